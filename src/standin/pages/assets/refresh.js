/* global document, location, DOMParser, setInterval */
// Brings the page up to date every two seconds while it is looked at, without losing what was unfolded.
const every = 2000;
let shown = null;

async function refresh() {
  if (document.hidden) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#page');
  if (!next || next.innerHTML === shown) return;
  const first = shown === null;
  shown = next.innerHTML;
  const page = document.querySelector('#page');
  if (first && page.innerHTML === shown) return;
  const open = [...page.querySelectorAll('details')].map((each) => each.open);
  page.replaceChildren(...next.childNodes);
  [...page.querySelectorAll('details')].forEach((each, at) => {
    each.open = open[at] ?? each.open;
  });
}

setInterval(() => {
  // A server that has gone away is no reason to complain on the page.
  refresh().catch(() => undefined);
}, every);
