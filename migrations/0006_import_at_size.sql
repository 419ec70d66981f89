-- A free address is looked for among those that differ by the number behind them: for every row of a large import.
create index practices_slug_base on practices (regexp_replace(slug, '-[0-9]+$', ''));
