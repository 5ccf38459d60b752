// Reading a screen aloud, with a voice that lives on this device. One that would send the text to a server is not used.

const speech = window.speechSynthesis;

/** What isn't read: controls around the screen, and what is not to be seen. */
const LEFT_OUT = '.bar > :not([open]), .talk > summary, nav, .news, .unseen, .button:not(.link, .call), [aria-hidden="true"]';

const voiceFor = (lang) =>
  speech
    ?.getVoices()
    .filter((voice) => voice.localService && voice.lang.split(/[-_]/)[0].toLowerCase() === lang.split('-')[0])
    .sort((one, other) => isOf(other, lang) - isOf(one, lang))[0];
const isOf = (voice, lang) => voice.lang.replace('_', '-') === lang;

/** The texts of a screen in their order, each with its language. */
function texts(screen) {
  const found = [];
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    // What someone wrote, or may say in these words, stands in fields.
    const words = currentNode.matches?.('textarea') ? currentNode.value : currentNode.data;
    const around = currentNode.parentElement;
    if (!words?.trim() || around.closest(`${LEFT_OUT}, textarea`) || !around.checkVisibility()) continue;
    found.push([words, around.closest('[lang]').lang]);
  }
  return found;
}

/** `changed` is called when reading begins or ends, and when voices come. */
export function aloud(root, changed) {
  let left = 0;
  let turn = 0;
  speech?.addEventListener?.('voiceschanged', changed);
  const end = () => {
    if (left === 0) return;
    left = 0;
    changed();
  };
  return {
    get isReading() {
      return left > 0;
    },
    has: (lang) => Boolean(lang && voiceFor(lang)),
    hush() {
      turn += 1;
      if (left > 0) speech.cancel();
      end();
    },
    /** The visit is over: the browser's list of voices must not hold on to it. */
    leave() {
      this.hush();
      speech?.removeEventListener?.('voiceschanged', changed);
    },
    toggle() {
      if (left > 0) return this.hush();
      const mine = (turn += 1);
      const said = texts(root.querySelector('.screen')).filter(([, lang]) => voiceFor(lang));
      left = said.length;
      for (const [words, lang] of said) {
        const utterance = new SpeechSynthesisUtterance(words);
        Object.assign(utterance, { lang, voice: voiceFor(lang) });
        utterance.onend = utterance.onerror = () => {
          if (mine !== turn) return;
          left -= 1;
          if (left === 0) changed();
        };
        speech.speak(utterance);
      }
      changed();
    },
  };
}
