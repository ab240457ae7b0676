// The page works without this file, by plain forms. With it nothing reloads, and a message outlives a lost network.

import { newKey } from './keys.js';

const SILENCE = 45_000; // The server pings every 20 s.
const SEND_TIMEOUT = 20_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const UNSENT = 'unsent';

const texts = {
  picture: 'Ảnh kèm thông báo',
  mine: 'Bà con nhắn:',
  bot: 'Trợ lý trả lời:',
  sending: 'đang gửi…',
  sent: 'đã gửi',
  notSent: 'chưa gửi',
  lost: 'Mất mạng, em đang nối lại…',
  busy: 'Em đang nhận nhiều tin, lát nữa em gửi lại giúp bà con.',
  refused: 'Tin này em chưa nhận được. Bà con tải lại trang rồi nhắn lại giúp em.',
  noCookie: 'Máy đang chặn cookie nên em chưa nhận được tin. Bà con cho phép cookie giúp em.',
};

const byId = id => document.getElementById(id);
const log = byId('log');
const input = byId('text');
const newer = byId('newer');

const seen = new Set(Array.from(log.querySelectorAll('[data-line]'), line => Number(line.dataset.line)));
const written = new Map(); // My messages the stream has not shown yet, by their id.
const queue = []; // My messages the server has not stored yet, oldest first.
let lastId = Number(log.dataset.last);
let following = true;
let sending = false;
let heardAt = Date.now();
let connection = new AbortController();

// ---- Writing ----

function onSay(event) {
  event.preventDefault();
  const text = input.value.trim();
  if (text) {
    input.value = '';
    send({ field: 'text', value: text, shown: text });
  }
  input.focus();
}

function onChoose(event) {
  const button = event.target.closest('button[name=choice]');
  if (!button) return;
  event.preventDefault();
  if (queue.some(waiting => waiting.button === button)) return;

  const line = button.closest('.line');
  if (!line.classList.contains('keeps')) setDisabled(line, true);
  send({ field: 'choice', value: button.value, shown: button.querySelector('.label').textContent, button });
  focusUnlessTouch();
}

function send(message) {
  tell('problem', '');
  message.id = newKey();
  message.line = draw({ isMine: true, text: message.shown, at: texts.sending, choices: [] });
  message.line.classList.add('waiting');
  written.set(message.id, message);
  queue.push(message);
  showLatest(message.line);
  sendAll();
}

async function sendAll() {
  if (sending) return;
  sending = true;
  let wait = FIRST_WAIT;
  while (queue.length > 0) {
    const message = queue[0];
    const pauseAtLeast = await deliver(message);
    if (queue[0] !== message) {
      wait = FIRST_WAIT;
      continue;
    }
    await pause(Math.max(wait, pauseAtLeast));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  sending = false;
}

/** Takes the message out of the queue once its fate is known; otherwise says how long to wait at least. */
async function deliver(message) {
  const answer = await post(message);
  const status = answer ? answer.status : 0;
  if (status === 202) {
    leaveQueue(message, texts.sent);
    if (message.askedToWait) tell('problem', '');
  } else if (status === 401) {
    startAgain();
    return LONGEST_WAIT;
  } else if (status === 429) {
    message.askedToWait = true;
    tell('problem', await reason(answer, texts.busy));
    return LONGEST_WAIT;
  } else if (status >= 400 && status < 500 && status !== 408) {
    leaveQueue(message, texts.notSent);
    giveBack(message);
    tell('problem', await reason(answer, texts.refused));
  }
  // All else, even 200 (a login page of somebody's Wi-Fi), is not our server's yes: same id, again later.
  return 0;
}

async function post(message) {
  const fields = new URLSearchParams(new FormData(byId('choose')));
  fields.set('id', message.id);
  fields.set(message.field, message.value);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), SEND_TIMEOUT);
  try {
    return await fetch('/chat', {
      method: 'POST', body: fields, headers: { Accept: 'application/json' }, signal: abort.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function reason(answer, otherwise) {
  try {
    return (await answer.json()).message || otherwise;
  } catch {
    return otherwise;
  }
}

function leaveQueue(message, note) {
  const place = queue.indexOf(message);
  if (place < 0) return;
  queue.splice(place, 1);
  message.line.classList.remove('waiting');
  setNote(message.line, note);
}

function giveBack(message) {
  message.line.classList.add('refused');
  if (message.button) {
    const line = message.button.closest('.line');
    setDisabled(line, line !== newestOffer() && !line.classList.contains('keeps'));
  } else if (!input.value) {
    input.value = message.value;
  }
}

// ---- Listening ----

async function listen() {
  let wait = FIRST_WAIT;
  for (;;) {
    const connected = await readStream();
    // A stream that merely ended (a restart, a proxy's patience) is reopened without alarm.
    if (connected) wait = FIRST_WAIT;
    else tell('status', texts.lost);
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

/** By fetch and not EventSource, which hides the pings and the status code from us. */
async function readStream() {
  let connected = false;
  let timer;
  connection = new AbortController();
  const heard = () => {
    heardAt = Date.now();
    clearTimeout(timer);
    timer = setTimeout(loseConnection, SILENCE);
  };
  try {
    heard();
    const answer = await fetch(`/chat/stream?after=${lastId}`, {
      headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal: connection.signal,
    });
    if (answer.status === 401) startAgain();
    if (!answer.ok) return false;

    connected = true;
    tell('status', '');
    await readEvents(answer.body.getReader(), heard);
  } catch {
    // Broken off, or by us after too long a silence: the caller connects again.
  } finally {
    clearTimeout(timer);
    connection.abort();
  }
  return connected;
}

async function readEvents(reader, heard) {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const events = (text + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
    text = events.pop();
    events.forEach(takeEvent);
  }
}

function takeEvent(event) {
  const rows = event.split(/\r?\n/);
  if (!rows.some(row => /^event: ?line$/.test(row))) return;
  take(JSON.parse(rows.filter(row => row.startsWith('data:')).map(row => row.slice(5)).join('\n')));
}

function take(line) {
  if (seen.has(line.id)) return;
  seen.add(line.id);
  lastId = Math.max(lastId, line.id);
  line.choices ??= [];

  const message = written.get(line.clientId);
  if (message) {
    confirm(message, line);
    return;
  }

  if (line.choices.length > 0) {
    log.querySelectorAll('.line:not(.keeps)').forEach(older => setDisabled(older, true));
  }
  const wasFollowing = following;
  const node = draw(line);
  if (wasFollowing) showLatest(node);
  newer.hidden = following;
}

function confirm(message, line) {
  written.delete(message.id);
  leaveQueue(message, line.at);
  message.line.classList.remove('refused');
  setNote(message.line, line.at);
  // The server may have hidden digits that should not stay on a screen.
  message.line.querySelector('.say').textContent = line.text;
}

function loseConnection() {
  tell('status', texts.lost);
  connection.abort();
}

/** The session is gone. What was not sent waits in the text box of the fresh page. */
function startAgain() {
  if (performance.now() < 60_000) {
    tell('problem', texts.noCookie);
    return;
  }
  const unsent = queue.filter(message => message.field === 'text').map(message => message.value);
  remember([...unsent, input.value].join(' ').trim());
  queue.length = 0;
  location.reload();
}

// ---- Drawing ----

function draw(line) {
  const node = make('div', line.isMine ? 'line mine' : 'line bot');
  node.classList.toggle('keeps', Boolean(line.keeps));
  node.append(
    make('span', 'unseen', line.isMine ? texts.mine : texts.bot),
    make('p', 'say', line.text));
  if (line.voice) node.append(drawVoice(line.voice));
  if (line.picture) node.append(drawPicture(line.picture));
  if (line.choices.length > 0) node.append(drawChoices(line.choices));
  node.append(make('p', 'at', line.at));
  log.append(node);
  return node;
}

function drawVoice(address) {
  const voice = make('audio');
  voice.controls = true;
  voice.preload = 'none';
  voice.src = address;
  return voice;
}

function drawPicture(address) {
  const picture = make('img', 'enclosed');
  picture.alt = texts.picture;
  picture.src = address;
  return picture;
}

function drawChoices(choices) {
  const list = make('ul', 'choices');
  list.setAttribute('role', 'list');
  choices.forEach((choice, index) => {
    const button = choice.link ? make('a', 'button') : make('button');
    if (choice.link) {
      button.href = choice.link;
    } else {
      button.name = 'choice';
      button.value = choice.key;
      button.setAttribute('form', 'choose');
    }
    button.append(make('span', 'number', index + 1), ' ', make('span', 'label', choice.label));
    const item = make('li');
    item.append(button);
    list.append(item);
  });
  return list;
}

function make(tag, className = '', text = '') {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function newestOffer() {
  const offers = log.querySelectorAll('.choices');
  return offers.length > 0 ? offers[offers.length - 1].closest('.line') : null;
}

function setDisabled(line, disabled) {
  line.querySelectorAll('button').forEach(button => { button.disabled = disabled; });
}

function setNote(line, note) {
  line.querySelector('.at').textContent = note;
}

function tell(id, text) {
  const node = byId(id);
  if (node.textContent === text) return;
  const wasFollowing = following;
  node.textContent = text;
  if (wasFollowing) showLatest(log.lastElementChild);
}

// ---- Scrolling and focus ----

/** To the end, but never past the first words of a long message. */
function showLatest(line) {
  const end = document.documentElement.scrollHeight - innerHeight;
  const top = line ? line.getBoundingClientRect().top + scrollY - 12 : end;
  scrollTo(0, Math.min(end, top));
  noteScroll();
}

function noteScroll() {
  following = document.documentElement.scrollHeight - innerHeight - scrollY < 80;
  if (following) newer.hidden = true;
}

/** On a phone the keyboard would cover the answer the reader is waiting for. */
function focusUnlessTouch() {
  if (matchMedia('(hover: hover)').matches) input.focus({ preventScroll: true });
}

// ---- Small things ----

/** Ends early when the network or the reader comes back. */
function pause(ms) {
  return new Promise(resolve => {
    const timer = setTimeout(end, ms);
    addEventListener('wake', end);
    function end() {
      clearTimeout(timer);
      removeEventListener('wake', end);
      resolve();
    }
  });
}

function wake() {
  dispatchEvent(new Event('wake'));
}

function remember(text) {
  try {
    sessionStorage.setItem(UNSENT, text);
  } catch {
    // Storage is switched off: the reader has to type it again.
  }
}

/** Read once and wiped at once: village computers are shared. */
function recall() {
  try {
    input.value = input.value || sessionStorage.getItem(UNSENT) || '';
    sessionStorage.removeItem(UNSENT);
  } catch {
    // As above.
  }
}

byId('say').addEventListener('submit', onSay);
log.addEventListener('click', onChoose);
newer.addEventListener('click', () => showLatest());
addEventListener('scroll', noteScroll, { passive: true });
addEventListener('resize', () => { if (following) showLatest(log.lastElementChild); });
addEventListener('offline', loseConnection);
addEventListener('online', () => { connection.abort(); wake(); });
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  // A sleeping phone stops our timers but not the calendar.
  if (Date.now() - heardAt > SILENCE) connection.abort();
  wake();
});
addEventListener('beforeunload', event => {
  if (queue.length === 0) return;
  event.preventDefault();
  event.returnValue = true; // Chrome before 119.
});

history.scrollRestoration = 'manual';
recall();
// A newcomer starts at the top, where it says who is speaking.
if (log.querySelector('.mine')) showLatest(log.lastElementChild);
noteScroll();
focusUnlessTouch();
listen();
