// Works without this file; with it, a long list of choices gets a field to search in.
for (const list of document.querySelectorAll('fieldset[data-search]')) {
  const field = document.createElement('input');
  field.type = 'search';
  field.className = 'search-in';
  field.setAttribute('aria-label', list.dataset.search);
  field.placeholder = list.dataset.search;
  const rest = list.querySelector('details.rest');
  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wasOpen = rest?.open;
  field.addEventListener('input', () => {
    const wanted = fold(field.value.trim());
    for (const item of list.querySelectorAll('li')) item.hidden = !fold(item.textContent).includes(wanted);
    if (rest) rest.open = wanted !== '' || wasOpen;
  });
  // Enter looks for the word in this list; it must not send the form half-filled.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  list.querySelector('legend')?.after(field);
}
