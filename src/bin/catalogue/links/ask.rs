//! Asks addresses, politely: `curl` does the asking, one question at a time to one server, with pauses between.

use crate::CannotRun;
use mantelwijzer::{
    links::{
        Address, End, Failure, Hop, Reply, Story, failure, host, may_pass, needs_page, pause, read_reply, resolve,
        wrong_address,
    },
    says,
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    io::Read,
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// Who asks, and why.
const AGENT: &str = concat!(
    "Mantelwijzer-links/",
    env!("CARGO_PKG_VERSION"),
    " (checks whether addresses in a catalogue of help for family caregivers still work)"
);
/// So much of a page is read.
const LARGEST_PAGE: u64 = 64 * 1024;
/// A server that sends us on more often than this goes in circles.
const MOST_HOPS: usize = 8;
/// How much longer than the usual pause to wait before asking again.
const AGAIN: u32 = 5;

/// Asks addresses, and remembers when it last asked which server.
pub struct Asker {
    pause: Duration,
    /// When each server may be asked again. Whoever holds the lock is asking it.
    servers: Mutex<BTreeMap<String, Arc<Mutex<Option<Instant>>>>>,
    /// What each server answers to an address that surely doesn't exist.
    wrong: Mutex<BTreeMap<String, Option<String>>>,
    /// The servers that didn't answer when asked twice.
    silent: Mutex<BTreeSet<String>>,
}

impl Asker {
    /// Someone to ask; not without `curl`.
    pub fn new(pause: Duration) -> Result<Self, CannotRun> {
        let found = Command::new("curl").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !found.is_ok_and(|status| status.success()) {
            let words = says!(
                "het programma `curl` is er niet; installeer het, en probeer opnieuw",
                "the program `curl` is missing; install it and try again"
            );
            return Err(CannotRun(words));
        }
        Ok(Self { pause, servers: Mutex::default(), wrong: Mutex::default(), silent: Mutex::default() })
    }

    /// Asks every address, several servers at the same time; the stories come in the order of the addresses.
    pub fn all(&self, addresses: &[Address], parallel: usize, tell: impl Fn(usize) + Sync) -> Vec<Story> {
        let mut by_host: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
        for (place, address) in addresses.iter().enumerate() {
            by_host.entry(host(&address.url)).or_default().push(place);
        }
        // The servers with most addresses first: they take longest.
        let mut queues: Vec<Vec<usize>> = by_host.into_values().collect();
        queues.sort_by_key(|queue| std::cmp::Reverse(queue.len()));
        let waiting = Mutex::new(VecDeque::from(queues));
        let stories: Mutex<BTreeMap<usize, Story>> = Mutex::default();
        thread::scope(|scope| {
            for _ in 0..parallel {
                scope.spawn(|| {
                    while let Some(queue) = { lock(&waiting).pop_front() } {
                        for place in queue {
                            let story = self.story(&addresses[place].url);
                            let mut stories = lock(&stories);
                            stories.insert(place, story);
                            tell(stories.len());
                        }
                    }
                });
            }
        });
        stories.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
    }

    /// What happens when an address is asked, once and without patience.
    pub fn once(&self, url: &str) -> Story {
        self.walk(url).0
    }

    /// Everything that happens when an address is asked; what may pass is asked once more.
    fn story(&self, url: &str) -> Story {
        let (story, wait) = self.walk(url);
        let server = host(&story.at).unwrap_or_default();
        // A server that was silent twice will be silent for its other addresses: once is enough.
        if !may_pass(&story.end) || lock(&self.silent).contains(&server) {
            return story;
        }
        thread::sleep(wait.unwrap_or(self.pause * AGAIN));
        let story = self.walk(url).0;
        if story.end == End::Failure(Failure::NoAnswer) {
            lock(&self.silent).insert(server);
        }
        story
    }

    /// Follows an address to where it leads; beside it, how long the server asks to wait.
    fn walk(&self, url: &str) -> (Story, Option<Duration>) {
        let mut story = Story { hops: Vec::new(), at: url.to_owned(), end: End::Failure(Failure::Circle), wrong: None };
        while story.hops.len() <= MOST_HOPS {
            let reply = match self.ask(&story.at) {
                Ok(reply) => reply,
                Err(failure) => {
                    story.end = End::Failure(failure);
                    return (story, None);
                }
            };
            let to = reply.location.as_deref().filter(|_| (300..400).contains(&reply.status));
            let Some(to) = to.and_then(|location| resolve(&story.at, location)) else {
                let wait = pause(reply.retry_after.as_deref()).map(Duration::from_secs);
                let page = Some(reply.page).filter(|page| !page.is_empty());
                if (200..300).contains(&reply.status) && page.is_some() {
                    story.wrong = self.wrong(&story.at);
                }
                story.end = End::Answer { status: reply.status, page };
                return (story, wait);
            };
            // A part of a page is not asked of a server.
            let next = to.split('#').next().unwrap_or(&to).to_owned();
            story.hops.push(Hop { url: story.at.clone(), status: reply.status, to: Some(to) });
            story.at = next;
        }
        (story, None)
    }

    /// The page that a server gives as found for an address that surely doesn't exist.
    fn wrong(&self, url: &str) -> Option<String> {
        let server = host(url)?;
        if let Some(known) = lock(&self.wrong).get(&server) {
            return known.clone();
        }
        let reply = wrong_address(url).and_then(|url| self.ask(&url).ok());
        let page = reply.filter(|reply| (200..300).contains(&reply.status)).map(|reply| reply.page);
        lock(&self.wrong).insert(server, page.clone());
        page
    }

    /// One question: the head, and the page where it matters.
    fn ask(&self, url: &str) -> Result<Reply, Failure> {
        let server = host(url).ok_or(Failure::NotAsked)?;
        let turn = lock(&self.servers).entry(server).or_default().clone();
        let mut last = lock(&turn);
        let head = self.curl(url, true, &mut last);
        match head {
            Ok(reply) if !needs_page(reply.status, &reply.kind) => Ok(reply),
            // Some servers don't know a question for the head alone, and fall silent.
            Ok(_) | Err(Failure::NoAnswer) => self.curl(url, false, &mut last),
            Err(failure) => Err(failure),
        }
    }

    /// Lets `curl` ask, after the pause that this server is due.
    fn curl(&self, url: &str, head_only: bool, last: &mut Option<Instant>) -> Result<Reply, Failure> {
        if let Some(last) = last {
            thread::sleep(self.pause.saturating_sub(last.elapsed()));
        }
        let mut command = Command::new("curl");
        // Nothing but what stands here: no settings of whoever runs it.
        command.args(["--disable", "--silent", "--include", "--compressed", "--suppress-connect-headers"]);
        command.args(["--proto", "=http,https", "--connect-timeout", "10", "--max-time", "25"]);
        command.args(["--user-agent", AGENT, "--header", "Accept-Language: nl, fr;q=0.8, de;q=0.7, en;q=0.5"]);
        if head_only {
            command.arg("--head");
        }
        command.args(["--url", url]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|_| Failure::NotAsked)?;
        let mut bytes = Vec::new();
        let read = child.stdout.take().map(|out| out.take(LARGEST_PAGE).read_to_end(&mut bytes));
        let is_cut = bytes.len() as u64 >= LARGEST_PAGE;
        if is_cut {
            let _ = child.kill();
        }
        let status = child.wait();
        *last = Some(Instant::now());
        let exit = status.ok().and_then(|status| status.code());
        if exit == Some(0) || (is_cut && read.is_some_and(|read| read.is_ok())) {
            return read_reply(&String::from_utf8_lossy(&bytes)).ok_or(Failure::NoAnswer);
        }
        Err(exit.map_or(Failure::NoAnswer, failure))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
