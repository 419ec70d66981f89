/**
 * What the pages gain where scripts run; every page works without. Nothing is fetched and nothing moves by itself.
 */

/** A text as it is compared: without case and without accents. */
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A field over a long facet that leaves only the values with the typed words; what is chosen always stays. */
function addFacetSearch(fieldset) {
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = fieldset.dataset.search;
  field.setAttribute('aria-label', fieldset.dataset.search);
  field.autocomplete = 'off';
  const rest = fieldset.querySelector('.rest');
  const values = [...fieldset.querySelectorAll('li')].map((item) => ({ item, text: plain(item.textContent) }));
  const wasOpen = rest?.open ?? false;
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    for (const { item, text } of values)
      item.hidden = !item.querySelector('input').checked && !words.every((word) => text.includes(word));
    if (rest) rest.open = wasOpen || words.length > 0;
  });
  field.addEventListener('keydown', (event) => {
    // Enter would send the form; here it is only the end of a word.
    if (event.key === 'Enter') event.preventDefault();
  });
  fieldset.querySelector('legend').after(field);
}

/** The button that applies the filters says when there is something to apply. */
function markWaitingFilters(form) {
  const button = form.querySelector('.apply button');
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  form.addEventListener('change', () => {
    const waits = boxes.some((box) => box.checked !== box.defaultChecked);
    button?.classList.toggle('waits', waits);
  });
}

/** In a browser that cannot show a closed drawer's content, the facets beside the results are opened. */
function openDrawerBesideResults(drawer) {
  if (!CSS.supports('selector(::details-content)') && matchMedia('(width >= 62rem)').matches) drawer.open = true;
}

for (const fieldset of document.querySelectorAll('fieldset[data-search]')) addFacetSearch(fieldset);
const catalogue = document.querySelector('form#catalogue');
if (catalogue) {
  markWaitingFilters(catalogue);
  for (const drawer of catalogue.querySelectorAll('.drawer')) openDrawerBesideResults(drawer);
}
