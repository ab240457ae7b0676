// The page works without this file, by plain forms. With it, what is tapped while the line is down waits here,
// and is sent later: each tap once, in the order of the taps.

import { newKey } from './keys.js';

const SEND_TIMEOUT = 8_000;
const RETRY = 5_000;

const texts = {
  lost: 'Mất mạng. Cứ làm tiếp trên trang này, có mạng sẽ tự gửi.',
  unsent: count => `Chưa gửi ${count} việc:`,
  sent: count => `Đã gửi ${count} việc:`,
  entered: 'Phiên làm việc đã hết. Vào lại bàn trực rồi mở trang này: việc chưa gửi vẫn còn.',
  enter: 'Vào lại',
  full: 'Máy không giữ được việc chưa gửi: đừng đóng trang này.',
  stay: 'Đang mất mạng: trang khác chưa mở được. Việc đã ghi vẫn còn ở đây.',
  notYet: 'Còn việc chưa gửi. Chờ có mạng, gửi xong rồi kết thúc buổi.',
  refused: words => `Chưa ghi được: ${words}. Tải lại trang này rồi ghi lại.`,
  nobody: 'Không còn ai chờ.',
  waits: 'chưa gửi',
  noNumber: 'có mạng sẽ có số',
  called: (number, name) => `Mời số ${number}: ${name}.`,
};

const main = () => document.getElementById('main');
// An officer's own: who comes in after them on this laptop does not send it in their name.
const place = `hall ${main().dataset.officer} ${main().dataset.hall}`;

const unsent = load(); // Oldest first.
let told = []; // What became of those sent since the page was last at rest.
let sending = false;
let lost = false;
let shut = false;
let token = '';

// ---- A tap ----

function onSubmit(event) {
  const form = event.target;
  if (form.dataset.last !== undefined && unsent.length > 0) {
    event.preventDefault();
    say([texts.notYet], true);
    return;
  }
  if (form.dataset.tap === undefined) return;

  event.preventDefault();
  const tap = read(form, event.submitter);
  if (form.dataset.tap !== 'next') {
    take(tap);
  } else if (lost || unsent.length > 0) {
    callFirst(tap.fields);
  } else {
    take({ ...tap, isNext: true });
  }
}

function read(form, button) {
  // The page's token is put in when it is sent: by then it may be another.
  const values = [...new FormData(form)].filter(([name]) => name !== '__RequestVerificationToken');
  if (button?.name) values.push([button.name, button.value]);
  const own = values.find(([name]) => name === 'key' || name === 'tap');
  if (own) own[1] = newKey();
  else values.push(['once', newKey()]);
  const words = (button?.getAttribute('aria-label') || button?.textContent || '').trim();
  const name = form.querySelector('input[name=name]')?.value.trim();
  return { action: form.getAttribute('action'), fields: values, words: name ? `${words}: ${name}` : words };
}

function take(tap) {
  unsent.push(tap);
  keep();
  show(tap);
  sendAll();
}

/** Nobody can ask whom the others call just now: the first who stands here and was not called from here. */
function callFirst(fields) {
  const first = firstWaiting();
  if (!first) {
    say([texts.nobody]);
    return;
  }
  take(callOf(first, valueOf(fields, 'tap')));
}

function firstWaiting() {
  return main().querySelector('li[data-who]:not(.gone)');
}

function valueOf(fields, wanted) {
  return fields.find(([name]) => name === wanted)?.[1];
}

function callOf(person, key) {
  const { who, number, name } = person.dataset;
  return {
    action: person.querySelector('form[action*="handler=Call"]').getAttribute('action'),
    fields: [['who', who], ['tap', key]],
    words: texts.called(number, name),
  };
}

// ---- Sending ----

async function sendAll() {
  if (sending || shut) return;
  sending = true;
  while (unsent.length > 0 && await deliver(unsent[0])) {
    unsent.shift();
    keep();
  }
  sending = false;
  if (unsent.length === 0 && !shut) await refresh();
  draw();
}

/** True when its fate is known. */
async function deliver(tap) {
  const answer = await ask(tap.action, { method: 'POST', body: form(tap.fields), headers: { Accept: 'application/json' } });
  if (answer?.type === 'opaqueredirect' || answer?.status === 401 || answer?.status === 403) {
    shut = true;
    return false;
  }
  if (answer?.ok && answer.headers.get('content-type')?.includes('json')) {
    const { isDone, words } = await answer.json();
    told.push({ isDone, words, short: isDone && !tap.action.includes('handler=LetIn') ? tap.words : words });
    return true;
  }
  if (answer?.status === 400 || answer?.status === 404) {
    told.push({ isDone: false, words: texts.refused(tap.words), short: texts.refused(tap.words) });
    return true;
  }
  // All else, even 200 (a login page of somebody's Wi-Fi), is not our server's yes: the same tap, again later.
  lost = true;
  if (tap.isNext) nameWhoIsNext(tap);
  return false;
}

/** It may have arrived: the same key calls nobody else. */
function nameWhoIsNext(tap) {
  const first = firstWaiting();
  if (!first) return;
  Object.assign(tap, callOf(first, valueOf(tap.fields, 'tap')), { isNext: false });
  keep();
  show(tap);
}

async function ask(address, options) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), SEND_TIMEOUT);
  try {
    const answer = await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal: abort.signal });
    if (answer.status < 500) lost = false;
    return answer;
  } catch {
    lost = true;
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function form(fields) {
  const body = new URLSearchParams(fields);
  body.set('__RequestVerificationToken', token);
  return body;
}

/** The page as the server sees it now, for the next person: who was looked for is found. What is being typed stays. */
async function refresh() {
  const answer = await ask(location.pathname, { headers: { Accept: 'text/html' } });
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  if (!fresh?.dataset.hall || unsent.length > 0) return;
  const typed = [...main().querySelectorAll('input[id], select[id]')].filter(isTouched).map(field => [field.id, field.value]);
  const focused = document.activeElement?.id;
  main().replaceWith(fresh);
  history.replaceState(null, '', location.pathname);
  typed.forEach(([id, value]) => { if (document.getElementById(id)) document.getElementById(id).value = value; });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  readToken();
  say(told.length > 1 ? [texts.sent(told.length), ...told.map(one => one.short)] : told.map(one => one.words), told.some(one => !one.isDone));
  told = [];
}

function isTouched(field) {
  return field.tagName === 'SELECT' ? !field.options[field.selectedIndex]?.defaultSelected && field.selectedIndex > 0 : field.value !== field.defaultValue;
}

// ---- What the page shows while the server does not know yet ----

function show(tap) {
  const who = valueOf(tap.fields, 'who') ?? valueOf(tap.fields, 'seat');
  const field = who && main().querySelector(`input[value="${who}"]`);
  const card = field?.closest('li');
  if (tap.action.includes('handler=LetIn')) letIn(tap);
  if (!card) return;
  if (tap.action.includes('handler=Call') && card.dataset.who) bringToTable(card);
  else card.querySelectorAll('form, details').forEach(part => { part.hidden = true; });
  note(card, `${tap.words.split(':')[0]} · ${texts.waits}`);
}

function letIn(tap) {
  const field = main().querySelector('#name');
  const name = valueOf(tap.fields, 'name');
  const item = make('li');
  const who = make('div');
  who.append(make('p', '', name));
  note(who, texts.noNumber);
  item.append(make('span', 'slip', '…'), who);
  main().querySelector('ol.queue')?.append(item);
  if (!field) return;
  field.form.reset();
  field.focus({ preventScroll: true });
}

/** As the server would show it: the person sits at the table, and what was done can be written down. */
function bringToTable(person) {
  const { who, number, name, service } = person.dataset;
  const card = make('li', 'card');
  card.append(main().querySelector(`template[data-called="${service}"]`).content.cloneNode(true));
  card.querySelectorAll('input[name=who]').forEach(field => { field.value = who; });
  card.querySelector('.slip').textContent = number;
  card.querySelector('strong').textContent = name;
  card.querySelector('.meta').textContent = person.querySelector('.meta').textContent;
  card.querySelectorAll('[aria-label]').forEach(button => button.setAttribute('aria-label', button.getAttribute('aria-label').replace(/số 0$/, `số ${number}`)));
  const other = card.querySelector('#other-0');
  other.id = `other-${number}`;
  card.querySelector('label[for=other-0]').htmlFor = other.id;
  const called = main().querySelector('#called');
  called.hidden = false;
  called.querySelector('ul').prepend(card);
  person.classList.add('gone');
  person.hidden = true;
  main().querySelector('[data-waiting]').textContent = main().querySelectorAll('li[data-who]:not(.gone)').length;
  note(card, texts.waits);
}

function note(card, words) {
  const old = card.querySelector(':scope > .note');
  if (old) old.textContent = words;
  else card.append(make('p', 'note state waits', words));
}

/** What is not yet sent stands above everything, as long as it is not. */
function draw() {
  const bar = document.getElementById('unsent') ?? main().insertBefore(make('div', 'flash warn'), main().querySelector('h1').nextSibling);
  bar.id = 'unsent';
  bar.setAttribute('role', 'status');
  const isQuiet = !shut && !lost; // What is on its way right now is nobody's worry.
  bar.hidden = isQuiet;
  const head = make('p', '', shut ? texts.entered : lost ? texts.lost : '');
  if (shut) {
    const link = make('a', '', texts.enter);
    link.href = '/truc/vao';
    head.append(' ', link);
  }
  const list = make('ul');
  list.append(...unsent.map(tap => make('li', '', tap.words)));
  if (isQuiet) bar.replaceChildren();
  else if (unsent.length > 0) bar.replaceChildren(head, make('p', '', texts.unsent(unsent.length)), list);
  else bar.replaceChildren(head);
}

function say(lines, isWarning = false) {
  main().querySelectorAll('.flash:not(#unsent)').forEach(old => old.remove());
  if (lines.length === 0) return;
  const flash = make('div', isWarning ? 'flash warn' : 'flash');
  flash.setAttribute('role', 'status');
  flash.append(...lines.map(line => make('p', '', line)));
  main().insertBefore(flash, main().querySelector('h1').nextSibling);
}

function make(tag, className = '', text = '') {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

// ---- Keeping ----

function load() {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]');
  } catch {
    return [];
  }
}

/** Names are in it: nothing stays here once it is sent. */
function keep() {
  try {
    if (unsent.length > 0) localStorage.setItem(place, JSON.stringify(unsent));
    else localStorage.removeItem(place);
  } catch {
    say([texts.full], true);
  }
}

function readToken() {
  token = main().querySelector('input[name=__RequestVerificationToken]')?.value ?? token;
}

function tryAgain() {
  if (lost || unsent.length > 0) sendAll();
}

document.addEventListener('submit', onSubmit);
document.addEventListener('click', event => {
  if (lost && event.target.closest('a[href]')) {
    event.preventDefault();
    say([texts.stay], true);
  }
});
addEventListener('offline', () => { lost = true; draw(); });
addEventListener('online', tryAgain);
setInterval(tryAgain, RETRY);

readToken();
unsent.forEach(show);
draw();
tryAgain();
