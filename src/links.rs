//! What the answer of a server says about an address. Who asks, and how, is for others.
//!
//! An address that doesn't answer isn't wrong yet, and one that does may still lead nowhere: a site sends what it lost to
//! its home page, or says 'not found' in a friendly page with the status of a found one.

use crate::{
    catalogue::{diagnostic::Words, parse::RawCatalogue},
    says,
    spelling::{fold, has_words},
};

mod reply;
pub use reply::{Reply, failure, pause, read_reply};

/// An address, and where the catalogue names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As written.
    pub url: String,
    /// Who names it: a partner's id, or `guide`, and the offer with the field.
    pub named: Vec<(String, String)>,
}

/// One answer on the way: what was asked, and what came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The address that was asked.
    pub url: String,
    /// The status.
    pub status: u16,
    /// Where the server sent us, as a whole address.
    pub to: Option<String>,
}

/// How the asking ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// With an answer that leads no further: its status, and the beginning of the page where there is one.
    Answer {
        /// The status.
        status: u16,
        /// The beginning of the page.
        page: Option<String>,
    },
    /// Without an answer.
    Failure(Failure),
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No server has this name.
    NoSuchHost,
    /// The server doesn't answer, or not in time.
    NoAnswer,
    /// The connection can't be trusted.
    BadCertificate,
    /// The server keeps sending us on.
    Circle,
    /// The address can't be asked.
    NotAsked,
}

/// Everything that happened when an address was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The redirects, in order.
    pub hops: Vec<Hop>,
    /// The address at which it ended.
    pub at: String,
    /// How it ended.
    pub end: End,
    /// What the same server answers to an address that surely doesn't exist: the beginning of a page that it gives as
    /// found.
    pub wrong: Option<String>,
}

/// What there is to say about an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// It no longer exists.
    Gone,
    /// The page says that nothing was found, or is the one the server gives for any wrong address.
    SoftNotFound,
    /// It leads to the home page.
    ToHomePage(String),
    /// No server has this name.
    NoSuchHost,
    /// The connection can't be trusted.
    BadCertificate,
    /// The server has a fault.
    ServerError(u16),
    /// Nobody answers.
    NoAnswer,
    /// The server keeps sending us on.
    Circle,
    /// It isn't an address that can be asked.
    NotAsked,
    /// It has moved for ever.
    MovedForEver(String),
    /// The same, with https.
    Secured(String),
    /// It has moved for now.
    MovedForNow(String),
    /// The server doesn't let a program in; people probably see the page.
    Refused(u16),
    /// It is there.
    Fine,
}

impl Finding {
    /// Its name in tables and scripts.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::SoftNotFound => "soft-not-found",
            Self::ToHomePage(_) => "to-home-page",
            Self::NoSuchHost => "no-such-host",
            Self::BadCertificate => "bad-certificate",
            Self::ServerError(_) => "server-error",
            Self::NoAnswer => "no-answer",
            Self::Circle => "circle",
            Self::NotAsked => "not-asked",
            Self::MovedForEver(_) => "moved-for-ever",
            Self::Secured(_) => "secured",
            Self::MovedForNow(_) => "moved-for-now",
            Self::Refused(_) => "refused",
            Self::Fine => "fine",
        }
    }

    /// Where it leads now, if elsewhere.
    pub fn leads_to(&self) -> Option<&str> {
        match self {
            Self::ToHomePage(to) | Self::MovedForEver(to) | Self::Secured(to) | Self::MovedForNow(to) => Some(to),
            Self::Gone | Self::SoftNotFound | Self::NoSuchHost | Self::BadCertificate | Self::ServerError(_) => None,
            Self::NoAnswer | Self::Circle | Self::NotAsked | Self::Refused(_) | Self::Fine => None,
        }
    }

    /// What it means, and what to do.
    pub fn words(&self) -> Words {
        match self {
            Self::Gone => says!(
                "de pagina bestaat niet meer; zoek de nieuwe, of haal het adres weg",
                "the page no longer exists; look for the new one, or take the address out"
            ),
            Self::SoftNotFound => says!(
                "de site zegt dat de pagina niet gevonden is, of geeft voor elk adres dezelfde pagina; kijk zelf",
                "the site says the page wasn't found, or gives the same page for every address; look for yourself"
            ),
            Self::ToHomePage(to) => says!(
                "het adres leidt naar de voorpagina {to}; zoek de juiste pagina",
                "the address leads to the home page {to}; look for the right page"
            ),
            Self::NoSuchHost => says!(
                "deze website bestaat niet; kijk of er een tikfout in staat",
                "this website doesn't exist; look for a typing error"
            ),
            Self::BadCertificate => says!(
                "de beveiliging van de site klopt niet; meld het aan de organisatie",
                "the site's security isn't in order; tell the organisation"
            ),
            Self::ServerError(status) => says!(
                "de site heeft een storing ({status}); probeer het later nog eens",
                "the site has a fault ({status}); try again later"
            ),
            Self::NoAnswer => {
                says!("de site antwoordt niet; probeer het later nog eens", "the site doesn't answer; try again later")
            }
            Self::Circle => says!(
                "de site stuurt ons in een kring rond; kijk zelf",
                "the site sends us round in circles; look for yourself"
            ),
            Self::NotAsked => says!(
                "dit is geen webadres dat we kunnen vragen; het begint met https://",
                "this isn't a web address that can be asked; it begins with https://"
            ),
            Self::MovedForEver(to) => says!(
                "de pagina is voorgoed verhuisd; het nieuwe adres is {to}",
                "the page has moved for ever; the new address is {to}"
            ),
            Self::Secured(to) => says!(
                "hetzelfde adres bestaat met https; schrijf {to}",
                "the same address exists with https; write {to}"
            ),
            Self::MovedForNow(to) => says!(
                "de pagina is voor even verhuisd naar {to}; laat het adres staan",
                "the page has moved for now to {to}; leave the address as it is"
            ),
            Self::Refused(status) => says!(
                "de site laat programma's niet toe ({status}); mensen zien de pagina waarschijnlijk wel",
                "the site doesn't let programs in ({status}); people probably do see the page"
            ),
            Self::Fine => says!("in orde", "fine"),
        }
    }
}

/// What everything that happened says about the address.
pub fn judge(story: &Story) -> Finding {
    let (status, page) = match &story.end {
        End::Failure(Failure::NoSuchHost) => return Finding::NoSuchHost,
        End::Failure(Failure::NoAnswer) => return Finding::NoAnswer,
        End::Failure(Failure::BadCertificate) => return Finding::BadCertificate,
        End::Failure(Failure::Circle) => return Finding::Circle,
        End::Failure(Failure::NotAsked) => return Finding::NotAsked,
        End::Answer { status, page } => (*status, page),
    };
    match status {
        404 | 410 => return Finding::Gone,
        401 | 403 | 407 | 429 | 451 => return Finding::Refused(status),
        500.. => return Finding::ServerError(status),
        400..500 => return Finding::Refused(status),
        _ => {}
    }
    let asked = story.hops.first().map_or(story.at.as_str(), |hop| hop.url.as_str());
    if !is_home(asked) && is_home(&story.at) && !story.hops.is_empty() {
        return Finding::ToHomePage(story.at.clone());
    }
    if let Some(page) = page
        && (says_not_found(page) || (!is_home(&story.at) && is_same_page(page, story.wrong.as_deref())))
    {
        return Finding::SoftNotFound;
    }
    if story.hops.is_empty() {
        return Finding::Fine;
    }
    if let Some(rest) = asked.strip_prefix("http://")
        && story.at.strip_prefix("https://").is_some_and(|at| same_address(at, rest))
    {
        return Finding::Secured(story.at.clone());
    }
    let for_ever = story.hops.iter().all(|hop| matches!(hop.status, 301 | 308));
    if for_ever { Finding::MovedForEver(story.at.clone()) } else { Finding::MovedForNow(story.at.clone()) }
}

/// Whether it is worth asking once more: a fault that may pass.
pub fn may_pass(end: &End) -> bool {
    match end {
        End::Answer { status, .. } => *status == 429 || *status >= 500,
        End::Failure(Failure::NoAnswer) => true,
        End::Failure(Failure::NoSuchHost | Failure::BadCertificate | Failure::Circle | Failure::NotAsked) => false,
    }
}

/// Whether a server that was asked for the head alone must be asked for the page: it doesn't know such a question, or
/// the page may say that it isn't one.
pub fn needs_page(status: u16, kind: &str) -> bool {
    let is_page = kind.is_empty() || kind.starts_with("text/html") || kind.starts_with("application/xhtml");
    match status {
        200..300 => is_page,
        300..400 => false,
        _ => true,
    }
}

/// The server of an address, in small letters, with its port.
pub fn host(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':'));
    (plain && !host.is_empty() && !host.starts_with('-')).then(|| host.to_ascii_lowercase())
}

/// Where a server sends us from an address, as a whole address.
pub fn resolve(from: &str, location: &str) -> Option<String> {
    let location = location.trim();
    let (scheme, rest) = from.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    if location.starts_with("http://") || location.starts_with("https://") {
        Some(location.to_owned())
    } else if let Some(rest) = location.strip_prefix("//") {
        Some(format!("{scheme}://{rest}"))
    } else if location.starts_with('/') {
        Some(format!("{scheme}://{host}{location}"))
    } else {
        let path = rest.get(host.len()..)?.split(['?', '#']).next()?;
        let folder = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or("/");
        Some(format!("{scheme}://{host}{folder}{location}"))
    }
}

/// An address on the same server that surely doesn't exist.
pub fn wrong_address(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once("://")?;
    Some(format!("{scheme}://{}/deze-pagina-bestaat-niet-7f3a91", host(url)?))
}

/// Every address of the catalogue, or of one partner, each once.
pub fn addresses(raw: &RawCatalogue, partner: Option<&str>) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    let mut add = |url: &str, who: &str, what: String| {
        let named = (who.to_owned(), what);
        match found.iter_mut().find(|address| address.url == url) {
            Some(address) => address.named.push(named),
            None => found.push(Address { url: url.to_owned(), named: vec![named] }),
        }
    };
    for file in raw.partners.iter().filter(|file| partner.is_none_or(|id| file.partner.id == id)) {
        let who = file.partner.id.as_str();
        file.partner.website.iter().for_each(|url| add(url, who, "partner/website".to_owned()));
        for (_, offer) in &file.offers {
            let source = offer.source.url.iter().map(|url| (url, "source/url"));
            let more = offer.source.more.iter().map(|url| (url, "source/more"));
            let website = offer.contact.website.iter().map(|url| (url, "contact/website"));
            website.chain(source).chain(more).for_each(|(url, field)| add(url, who, format!("{}/{field}", offer.id)));
        }
    }
    if let (None, Some((_, guide))) = (partner, &raw.guide) {
        let tips = guide.phases.iter().flat_map(|phase| phase.tips.iter().map(move |tip| (&phase.phase, tip)));
        for (phase, tip) in tips {
            tip.source.iter().for_each(|url| add(url, "guide", format!("{phase}/tips/source")));
        }
    }
    found
}

/// Whether an address is that of a home page, in whatever language.
fn is_home(url: &str) -> bool {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    let is_language =
        path.len() == 2 || (path.len() == 5 && path.chars().nth(2).is_some_and(|sign| "-_".contains(sign)));
    path.is_empty() || is_language || ["home", "index.html", "index.php", "nl/home", "fr/home"].contains(&path)
}

/// Whether two addresses without their scheme are one, but for a slash at the end and `www.` in front.
fn same_address(one: &str, other: &str) -> bool {
    let bare = |url: &str| url.trim_start_matches("www.").trim_end_matches('/').to_ascii_lowercase();
    bare(one) == bare(other)
}

/// What pages say, in their title or first heading, when they found nothing.
const NOT_FOUND: [&str; 22] = [
    "404",
    "pagina niet gevonden",
    "pagina kon niet gevonden worden",
    "pagina kan niet gevonden worden",
    "pagina bestaat niet",
    "pagina is niet gevonden",
    "pagina werd niet gevonden",
    "pagina niet beschikbaar",
    "deze pagina bestaat niet meer",
    "page non trouvee",
    "page introuvable",
    "page n existe pas",
    "page n est pas disponible",
    "seite nicht gefunden",
    "seite wurde nicht gefunden",
    "seite existiert nicht",
    "page not found",
    "page cannot be found",
    "page can t be found",
    "page does not exist",
    "page doesn t exist",
    "file not found",
];

/// Titles that say it without naming a page.
const JUST_NOT_FOUND: [&str; 5] = ["niet gevonden", "not found", "introuvable", "nicht gefunden", "oops"];

fn says_not_found(page: &str) -> bool {
    ["title", "h1"].into_iter().flat_map(|tag| reply::insides(page, tag)).any(|heading| {
        // The name of the site stands behind a dash or a bar.
        let parts = heading.split(['|', '–', '—', '·']).flat_map(|part| part.split(" - "));
        let is_just = parts.map(folded).any(|part| JUST_NOT_FOUND.contains(&part.as_str()));
        let whole = folded(&heading);
        is_just || NOT_FOUND.iter().any(|words| has_words(&whole, words))
    })
}

/// Whether a page is the one the server gives for an address that doesn't exist.
fn is_same_page(page: &str, wrong: Option<&str>) -> bool {
    let text =
        |page: &str| folded(&reply::visible(page)).chars().filter(|sign| !sign.is_ascii_digit()).collect::<String>();
    wrong.is_some_and(|wrong| text(page) == text(wrong))
}

fn folded(words: &str) -> String {
    let mut plain = String::new();
    fold(words, &mut plain);
    let plain: String = plain.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
