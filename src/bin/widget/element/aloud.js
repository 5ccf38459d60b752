// Reading a screen aloud, with a voice that lives on this device. One that would send the text to a server is not used.

const speech = window.speechSynthesis;

/** What isn't read: controls around the screen, and what is not to be seen. */
const LEFT_OUT = '.bar, nav, .news, .unseen, .button:not(.link), [aria-hidden="true"]';

const voiceFor = (lang) =>
  speech?.getVoices().find((voice) => voice.localService && voice.lang.split(/[-_]/)[0].toLowerCase() === lang.split('-')[0]);

/** The texts of a screen in their order, each with its language. */
function texts(screen) {
  const found = [];
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!data.trim() || parentElement.closest(LEFT_OUT) || !parentElement.checkVisibility()) continue;
    found.push([data, parentElement.closest('[lang]').lang]);
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
