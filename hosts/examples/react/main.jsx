// Een React-pagina met de widget als gewoon element. React 19 kent eigen elementen: een eigenschap `on…` luistert naar de
// gebeurtenis met die naam. Wat iemand antwoordt, staat in geen enkele gebeurtenis.
import { StrictMode, useRef, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';

function Wijzer({ ref, onReady, onResults, onRestarted, onFailure, children, ...attributes }) {
  const told = {
    'onmantel-wijzer:ready': onReady,
    'onmantel-wijzer:results': (event) => onResults?.(event.detail.count),
    'onmantel-wijzer:restarted': onRestarted,
    'onmantel-wijzer:error': (event) => onFailure?.(event.detail.code),
  };
  return (
    <mantel-wijzer ref={ref} {...attributes} {...told}>
      {children}
    </mantel-wijzer>
  );
}

function Mantelzorg() {
  const wijzer = useRef(null);
  const [found, setFound] = useState();
  const [level, setLevel] = useState(2);
  return (
    <main id="inhoud">
      <div className="row intro">
        <h1>U zorgt voor iemand</h1>
        <p className="lead">Beantwoord enkele vragen en zie welke hulp bij u past.</p>
        <p className="own">
          <button id="opnieuw" onClick={() => wijzer.current.restart()}>Begin opnieuw</button>
          <button id="niveau" aria-pressed={level === 3} onClick={() => setLevel(5 - level)}>Kleinere koppen</button>
        </p>
        <p id="gevonden" role="status">{found !== undefined && `U vond ${found} soorten hulp.`}</p>
      </div>
      <div className="wide">
        <div className="row">
          <Wijzer ref={wijzer} lang="nl-BE" place="be-vov" heading-level={level} onResults={setFound} onRestarted={() => setFound()}>
            <p>
              Kunt u de vragen hier niet zien? Bij direct gevaar: bel <a href="tel:112">112</a>.
            </p>
          </Wijzer>
        </div>
      </div>
    </main>
  );
}

function Contact() {
  return (
    <main id="inhoud">
      <div className="row intro">
        <h1>Contact</h1>
        <p className="lead">U bent welkom in het gemeentehuis, elke werkdag van 9 tot 12 uur.</p>
      </div>
    </main>
  );
}

const routes = { '#/mantelzorg': Mantelzorg, '#/contact': Contact };

const listen = (changed) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

function App() {
  const hash = useSyncExternalStore(listen, () => location.hash);
  const here = hash in routes ? hash : '#/mantelzorg';
  const Route = routes[here];
  const link = (to, name) => <a href={to} aria-current={to === here ? 'page' : undefined}>{name}</a>;
  return (
    <>
      <header className="top">
        <div className="row">
          <p className="brand">Gemeente Voorbeeld</p>
          <nav className="bar" aria-label="Hoofdmenu">
            {link('#/mantelzorg', 'Mantelzorg')} {link('#/contact', 'Contact')}
          </nav>
        </div>
      </header>
      <Route />
    </>
  );
}

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
