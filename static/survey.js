/**
 * The page of answers of a survey: hides a question whose condition does not hold, and lets options of a ranking be moved up and down. Without this
 * script all questions are there, each with its condition in words, and a ranking is a place number for each option.
 */

const form = document.querySelector('form[data-draft]');

/** Whether a question is asked, by what is chosen in an earlier one that is itself asked. */
function isAsked(question) {
  const on = question.dataset.asked;
  if (on === undefined) return true;
  const before = document.getElementById(on);
  if (!before || !isAsked(before)) return false;
  const wanted = question.dataset.options.split(' ');
  return [...before.querySelectorAll('input:checked')].some(({ value }) => wanted.includes(value));
}

function showAsked() {
  for (const question of form.querySelectorAll('[data-asked]')) question.hidden = !isAsked(question);
}

/** Two buttons beside an option: it changes its place with whoever is before or after it; the first press ranks it. */
function addButtons(list) {
  const selects = [...list.querySelectorAll('select')];
  const place = (select) => Number(select.value) || Infinity;
  const said = document.createElement('p');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  list.after(said);
  const move = (select, by, name) => {
    const last = Math.max(0, ...selects.map((one) => Number(one.value)));
    if (select.value === '') select.value = String(by < 0 ? Math.min(last + 1, selects.length) : selects.length);
    else {
      const to = place(select) + by;
      if (to < 1 || to > selects.length) return;
      for (const other of selects) if (other !== select && place(other) === to) other.value = select.value;
      select.value = String(to);
    }
    said.textContent = `${name}: ${select.selectedOptions[0].textContent}`;
    select.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const select of selects) {
    const name = select.labels[0].querySelector('span').textContent;
    const pair = document.createElement('span');
    pair.className = 'row';
    select.closest('li').append(pair);
    for (const [by, sign, label] of [
      [-1, '↑', list.dataset.up],
      [1, '↓', list.dataset.down],
    ]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button quiet';
      button.textContent = sign;
      button.setAttribute('aria-label', `${label}: ${name}`);
      button.addEventListener('click', () => move(select, by, name));
      pair.append(button);
    }
  }
}

if (form) {
  for (const list of form.querySelectorAll('[data-rank]')) addButtons(list);
  form.addEventListener('input', showAsked);
  showAsked();
}
