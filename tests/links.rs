//! What an answer of a server means, and whether the asking is polite: a server of our own gives every kind of answer.

use mantelwijzer::links::{End, Failure, Finding, Hop, Story, judge, pause, read_reply, resolve};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::Command,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

fn story(hops: &[(&str, u16, &str)], status: u16, page: Option<&str>) -> Story {
    let at = hops.last().map_or("https://a.be/hulp", |(_, _, to)| to).to_owned();
    let hop = |(url, status, to): &(&str, u16, &str)| Hop {
        url: (*url).to_owned(),
        status: *status,
        to: Some((*to).to_owned()),
    };
    Story {
        hops: hops.iter().map(hop).collect(),
        at,
        end: End::Answer { status, page: page.map(str::to_owned) },
        wrong: None,
    }
}

#[track_caller]
fn check(story: &Story, name: &str, to: Option<&str>) {
    let finding = judge(story);
    assert_eq!((finding.name(), finding.leads_to()), (name, to));
    for words in [finding.words().nl, finding.words().en] {
        assert!(!words.is_empty() && !words.ends_with('.') && !words.starts_with(char::is_uppercase), "{words}");
    }
}

#[test]
fn a_status_and_its_way_there_say_what_happened() {
    let old = "https://a.be/oud";
    let (home, new) = ("https://a.be/", "https://a.be/nieuw");
    for (hops, status, name, to) in [
        (vec![], 200, "fine", None),
        (vec![], 404, "gone", None),
        (vec![], 410, "gone", None),
        (vec![], 401, "refused", None),
        (vec![], 403, "refused", None),
        (vec![], 429, "refused", None),
        (vec![], 418, "refused", None),
        (vec![], 500, "server-error", None),
        (vec![], 503, "server-error", None),
        (vec![(old, 301, new)], 200, "moved-for-ever", Some(new)),
        (vec![(old, 308, new)], 200, "moved-for-ever", Some(new)),
        (vec![(old, 302, new)], 200, "moved-for-now", Some(new)),
        (vec![(old, 307, new)], 200, "moved-for-now", Some(new)),
        (vec![(old, 301, "https://b.be/x"), ("https://b.be/x", 302, new)], 200, "moved-for-now", Some(new)),
        (vec![(old, 301, home)], 200, "to-home-page", Some(home)),
        (vec![(old, 302, "https://a.be/nl")], 200, "to-home-page", Some("https://a.be/nl")),
        (vec![(old, 302, "https://a.be/nl-be/")], 200, "to-home-page", Some("https://a.be/nl-be/")),
        (vec![(old, 301, new)], 404, "gone", None),
        // From one home page to another is no loss.
        (vec![("https://oud.be/", 301, home)], 200, "moved-for-ever", Some(home)),
        (vec![("https://a.be", 302, "https://a.be/nl/")], 200, "moved-for-now", Some("https://a.be/nl/")),
        (vec![("http://a.be/oud", 301, old)], 200, "secured", Some(old)),
        (vec![("http://a.be/oud", 302, "https://www.a.be/oud/")], 200, "secured", Some("https://www.a.be/oud/")),
        (vec![("http://a.be/oud", 301, new)], 200, "moved-for-ever", Some(new)),
    ] {
        check(&story(&hops, status, None), name, to);
    }
    for (failure, name) in [
        (Failure::NoSuchHost, "no-such-host"),
        (Failure::NoAnswer, "no-answer"),
        (Failure::BadCertificate, "bad-certificate"),
        (Failure::Circle, "circle"),
        (Failure::NotAsked, "not-asked"),
    ] {
        check(&Story { end: End::Failure(failure), ..story(&[], 200, None) }, name, None);
    }
}

#[test]
fn a_friendly_page_may_still_say_that_nothing_was_found() {
    for (page, is_found) in [
        ("<title>Respijt thuis</title><h1>Respijt</h1>", true),
        ("<title>Pagina niet gevonden | Gent</title>", false),
        ("<TITLE>Site</TITLE><h1 class='x'>Deze <b>pagina bestaat niet</b> meer</h1>", false),
        ("<title>404</title>", false),
        ("<title>Page non trouv&eacute;e - AViQ</title>", false),
        ("<title>Cette page n'existe pas</title>", false),
        ("<title>Seite nicht gefunden</title>", false),
        ("<title>Not found – Site</title>", false),
        ("<title>Niet gevonden wat u zocht? Zo vindt u hulp</title>", true),
        ("<title>Hulp in 2404</title>", true),
        ("<title>Site</title><p>Pagina niet gevonden staat hier alleen in een zin.</p>", true),
        ("<script>var t = '<h1>Pagina niet gevonden</h1>'</script>", false),
        ("<header>404</header><title>Thuis</title>", true),
        ("", true),
    ] {
        let found = judge(&story(&[], 200, Some(page))) == Finding::Fine;
        assert_eq!(found, is_found, "{page}");
    }
    let same = "<title>Welkom</title><p>Bezoek 12 van vandaag</p>";
    let other = "<title>Welkom</title><p>Bezoek 31 van vandaag</p>";
    let wrong = Story { wrong: Some(other.to_owned()), ..story(&[], 200, Some(same)) };
    assert_eq!(judge(&wrong), Finding::SoftNotFound, "the same page as for a wrong address");
    let home = Story { at: "https://a.be/".to_owned(), ..wrong };
    assert_eq!(judge(&home), Finding::Fine, "a home page may be what a wrong address leads to");
}

#[test]
fn answers_are_read_as_they_come() {
    let read = |text: &str| read_reply(text).map(|reply| (reply.status, reply.location, reply.kind, reply.page));
    let seen =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 301\r\nLocation:  /x \r\ncontent-type: Text/HTML\r\n\r\n<p>\r\n\r\n";
    assert_eq!(read(seen), Some((301, Some("/x".to_owned()), "text/html".to_owned(), "<p>\n\n".to_owned())));
    assert_eq!(read("HTTP/1.0 204 No Content\r\n"), Some((204, None, String::new(), String::new())));
    for bad in ["", "SSH-2.0", "HTTP/1.1", "HTTP/1.1 abc", "HTTP/1.1 100 Continue\r\n\r\n"] {
        assert_eq!(read(bad), None, "{bad}");
    }
    for (wait, seconds) in
        [("7", Some(7)), (" 0 ", Some(0)), ("999999", Some(120)), ("Wed, 21 Oct 2026 07:28:00 GMT", None)]
    {
        assert_eq!(pause(Some(wait)), seconds, "{wait}");
    }
    for (from, location, to) in [
        ("https://a.be/x/y?z", "w", "https://a.be/x/w"),
        ("https://a.be", "w", "https://a.be/w"),
        ("https://a.be/x", "/w", "https://a.be/w"),
        ("https://a.be/x", "//b.be/w", "https://b.be/w"),
        ("https://a.be/x", "http://b.be", "http://b.be"),
    ] {
        assert_eq!(resolve(from, location).as_deref(), Some(to), "{from} {location}");
    }
}

/// One question that the server was asked.
#[derive(Clone, Debug)]
struct Asked {
    method: String,
    path: String,
    agent: String,
    at: Instant,
}

/// A server that answers each path as `answer` says, and remembers what it was asked.
fn serve(answer: fn(&str, usize, bool) -> Option<String>) -> (u16, Arc<Mutex<Vec<Asked>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
    let seen = asked.clone();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let seen = seen.clone();
            thread::spawn(move || meet(stream, &seen, answer));
        }
    });
    (port, asked)
}

fn meet(mut stream: TcpStream, seen: &Mutex<Vec<Asked>>, answer: fn(&str, usize, bool) -> Option<String>) {
    let mut bytes = [0; 4096];
    let read = stream.read(&mut bytes).unwrap_or(0);
    let text = String::from_utf8_lossy(bytes.get(..read).unwrap_or_default()).into_owned();
    let mut words = text.split(' ');
    let (method, path) = (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned());
    let agent = text.lines().find_map(|line| line.strip_prefix("User-Agent: ")).unwrap_or_default().to_owned();
    let is_head = method == "HEAD";
    let times = {
        let mut seen = seen.lock().expect("seen");
        seen.push(Asked { method: method.clone(), path: path.clone(), agent, at: Instant::now() });
        seen.iter().filter(|one| one.path == path && one.method == method).count()
    };
    if let Some(reply) = answer(&path, times, is_head) {
        let reply =
            if is_head { format!("{}\r\n\r\n", reply.split("\r\n\r\n").next().unwrap_or_default()) } else { reply };
        let _ = stream.write_all(reply.as_bytes());
    }
}

fn page(title: &str) -> Option<String> {
    Some(format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<title>{title}</title>"))
}

fn empty(head: &str) -> Option<String> {
    Some(format!("HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
}

fn every_kind(path: &str, times: usize, is_head: bool) -> Option<String> {
    match path {
        "/" | "/fine" | "/new" => page("Hulp"),
        "/large" => page(&"a".repeat(3_000_000)),
        "/for-ever" => empty("301 Moved\r\nLocation: /new"),
        "/for-now" => empty("302 Found\r\nLocation: new"),
        "/lost" => empty("301 Moved\r\nLocation: /"),
        "/soft" => page("Pagina niet gevonden"),
        "/gone" => empty("410 Gone"),
        "/refused" => empty("403 Forbidden"),
        "/fault" => empty("500 Fault"),
        "/later" if times == 1 => empty("503 Busy\r\nRetry-After: 1"),
        "/later" => page("Hulp"),
        "/file" => empty("200 OK\r\nContent-Type: application/pdf"),
        "/no-head" if is_head => empty("405 No"),
        "/no-head" => page("Hulp"),
        "/circle" => empty("302 Found\r\nLocation: /circle"),
        "/silent" => None,
        _ => empty("404 Not Found"),
    }
}

/// A catalogue with one partner that names these addresses.
fn catalogue(name: &str, addresses: &[String]) -> String {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("partners")).expect("a folder");
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    for copied in ["questionnaire.json", "regions.json"] {
        fs::copy(real.join(copied), root.join(copied)).expect("copied");
    }
    let samana = fs::read_to_string(real.join("partners/samana.json")).expect("read");
    let mut file: Value = serde_json::from_str(&samana).expect("JSON");
    file["partner"].as_object_mut().expect("a partner").remove("website");
    for offer in file["offers"].as_array_mut().expect("a list") {
        offer["contact"].as_object_mut().expect("contact").remove("website");
        offer["source"] = json!({"kind": "provider", "more": addresses});
    }
    fs::write(root.join("partners/samana.json"), file.to_string()).expect("written");
    root.display().to_string()
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for proxy in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(proxy);
    }
    let ran = command.output().expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (ran.status.code().unwrap_or(-1), text(ran.stdout), text(ran.stderr))
}

fn has_curl() -> bool {
    Command::new("curl").arg("--version").output().is_ok_and(|ran| ran.status.success())
}

#[test]
fn every_kind_of_answer_is_told_apart_and_asked_for_politely() {
    assert!(has_curl(), "this test needs curl");
    let (port, asked) = serve(every_kind);
    let (same_port, _) = serve(|_, _, _| page("Altijd dezelfde"));
    let at = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let expected: BTreeMap<String, &str> = [
        (at("/fine"), "fine"),
        (at("/large"), "fine"),
        (at("/file"), "fine"),
        (at("/no-head"), "fine"),
        (at("/later"), "fine"),
        (at("/for-ever"), "moved-for-ever"),
        (at("/for-now"), "moved-for-now"),
        (at("/lost"), "to-home-page"),
        (at("/soft"), "soft-not-found"),
        (format!("http://127.0.0.1:{same_port}/ergens"), "soft-not-found"),
        (at("/gone"), "gone"),
        (at("/nowhere"), "gone"),
        (at("/refused"), "refused"),
        (at("/fault"), "server-error"),
        (at("/circle"), "circle"),
        (at("/silent"), "no-answer"),
        (format!("https://127.0.0.1:{port}/"), "bad-certificate"),
        ("http://bestaat-niet.invalid/".to_owned(), "no-such-host"),
        ("ftp://a.be/x".to_owned(), "not-asked"),
        ("--output=x".to_owned(), "not-asked"),
    ]
    .into();
    let root = catalogue("links", &expected.keys().cloned().collect::<Vec<_>>());
    let (status, out, err) = run(&["links", "--catalogue", &root, "--pause", "0.05", "--format", "json"]);
    assert_eq!(status, 0, "findings are no failure: {err}");
    let told: Value = serde_json::from_str(&out).expect("JSON");
    let told: BTreeMap<String, &str> = told
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            (one["address"].as_str().expect("an address").to_owned(), one["finding"].as_str().expect("a finding"))
        })
        .collect();
    assert_eq!(told, expected);

    let asked = asked.lock().expect("asked").clone();
    let of = |path: &str| asked.iter().filter(|one| one.path == path).collect::<Vec<_>>();
    let plain: Vec<&Asked> = asked.iter().filter(|one| !one.method.starts_with('\u{16}')).collect();
    assert!(
        plain
            .iter()
            .filter(|one| ["HEAD", "GET"].contains(&one.method.as_str()))
            .all(|one| one.agent.starts_with("Mantelwijzer-links/"))
    );
    assert_eq!(of("/file").len(), 1, "the head of a file is enough");
    assert!(of("/file").iter().all(|one| one.method == "HEAD"));
    assert_eq!(of("/fault").len(), 4, "twice, the head and the page");
    assert_eq!(of("/deze-pagina-bestaat-niet-7f3a91").len(), 2, "a wrong address is asked for once");
    let later = of("/later");
    let wait = later.iter().map(|one| one.at).collect::<Vec<_>>();
    assert!(wait.windows(2).any(|two| two[1] - two[0] >= Duration::from_secs(1)), "`Retry-After` is honoured");
    let gaps = asked.windows(2).map(|two| two[1].at - two[0].at);
    assert!(gaps.min().expect("questions") >= Duration::from_millis(40), "one at a time, with a pause between");
}

#[test]
fn the_report_is_printed_or_written_as_a_table() {
    let (port, _) = serve(every_kind);
    let addresses = [format!("http://127.0.0.1:{port}/gone"), format!("http://127.0.0.1:{port}/fine")];
    let root = catalogue("links-table", &addresses);
    let shared = ["links", "--catalogue", root.as_str(), "--pause", "0"];
    let (_, human, _) = run(&shared);
    assert!(human.contains("gone: http") && human.contains("- samana: be-samana/source/more"), "{human}");
    assert!(human.ends_with("2 adressen gevraagd, 1 in orde\n"), "{human}");
    let (_, plain, _) = run(&[&shared[..], &["--format", "plain", "--lang", "en"]].concat());
    assert!(plain.starts_with("Address http") && plain.contains("no longer exists"), "{plain}");
    assert_eq!(plain.lines().count(), 1, "what is fine is no news: {plain}");
    let out = Path::new(&root).join("links.csv");
    let (status, _, err) = run(&[&shared[..], &["--out", &out.display().to_string()]].concat());
    assert_eq!(status, 0, "{err}");
    let table = fs::read_to_string(out).expect("written");
    assert!(table.starts_with("\u{feff}partner;field;address;finding;leads_to;message\r\n"), "{table}");
    assert_eq!(table.lines().count(), 3, "{table}");
}

#[test]
fn without_the_network_it_blames_no_address() {
    let addresses = ["https://een.invalid/", "https://twee.invalid/x"].map(str::to_owned);
    let (status, out, err) = run(&["links", "--catalogue", &catalogue("links-offline", &addresses), "--pause", "0"]);
    assert_eq!((status, out.as_str()), (2, ""), "{err}");
    assert!(err.contains("hebt u internet?"), "{err}");
}

#[test]
fn without_curl_or_partner_it_says_so_and_cannot_run() {
    let (status, _, err) = run(&["links", "--partner", "bestaat-niet"]);
    assert_eq!(status, 2);
    assert!(err.contains("`bestaat-niet`"), "{err}");
    let ran = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(["links", "--lang", "en"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("PATH", "/nowhere")
        .output()
        .expect("the command runs");
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("`curl` is missing"), "{ran:?}");
}
