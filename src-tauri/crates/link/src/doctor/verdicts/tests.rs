use crate::doctor::Echo;

use super::*;

/// A computer with whose network nothing is wrong.
fn healthy() -> Findings {
    let eth0 = Interface {
        name: "eth0".to_owned(),
        addresses: vec!["192.0.2.7".parse().expect("an address")],
        is_tunnel: false,
    };
    let ben = Reach { name: "Ben".to_owned(), reached: true, reaches_us: Some(true) };
    Findings {
        port: 7466,
        program: "/usr/bin/hearthd".to_owned(),
        is_hidden: false,
        interfaces: vec![eth0],
        echoes: vec![Echo { interface: "eth0".to_owned(), heard: true }],
        strangers: 3,
        neighbours: vec![ben],
        answers_here: true,
        firewalls: Vec::new(),
        way_out: Some("eth0".to_owned()),
        swallowed: Vec::new(),
    }
}

fn tunnel() -> Interface {
    let addresses = vec!["10.8.0.2".parse().expect("an address")];
    Interface { name: "tun0".to_owned(), addresses, is_tunnel: true }
}

fn of(topic: &str, findings: &Findings) -> Diagnosis {
    let mut lines = diagnose(findings).into_iter();
    lines.find(|line| line.topic == topic).expect("the topic is looked at")
}

fn verdict(topic: &str, findings: &Findings) -> Verdict {
    of(topic, findings).verdict
}

#[test]
fn nothing_is_said_against_a_healthy_network() {
    for Diagnosis { topic, verdict, facts, text, advice, .. } in diagnose(&healthy()) {
        assert_eq!((verdict, advice.len()), (Verdict::Good, 0), "{topic}: {text}");
        assert!(text.ends_with('.'), "{text}");
        assert!(facts.iter().all(|fact| text.contains(fact)), "{text} names {facts:?}");
    }
}

#[test]
fn without_a_network_there_is_nothing_else_to_look_at() {
    let findings = Findings {
        interfaces: Vec::new(),
        echoes: Vec::new(),
        neighbours: Vec::new(),
        ..healthy()
    };
    assert_eq!(verdict("Addresses", &findings), Verdict::Bad);
    let topics: Vec<_> = diagnose(&findings).into_iter().map(|line| line.topic).collect();
    assert_eq!(topics, ["Addresses", "Port", "Firewall", "VPN"]);
}

#[test]
fn addresses_without_a_router_are_doubtful() {
    let mut findings = healthy();
    findings.interfaces[0].addresses = vec!["169.254.7.7".parse().expect("an address")];
    assert_eq!(verdict("Addresses", &findings), Verdict::Doubtful);
}

#[test]
fn multicast_that_is_held_back_is_bad_and_says_which_command_helps() {
    let mut findings = Findings { firewalls: vec![Firewall::Ufw], ..healthy() };
    findings.echoes[0].heard = false;
    let line = of("Discovery", &findings);
    assert_eq!(line.verdict, Verdict::Bad);
    assert!(line.advice.contains(&"sudo ufw allow 5353/udp".to_owned()), "{:?}", line.advice);

    let wlan0 = Interface { name: "wlan0".to_owned(), ..findings.interfaces[0].clone() };
    findings.interfaces.push(wlan0);
    findings.echoes.push(Echo { interface: "wlan0".to_owned(), heard: true });
    assert_eq!(verdict("Discovery", &findings), Verdict::Doubtful, "one way is open");
}

#[test]
fn multicast_in_a_tunnel_is_nobodys_concern() {
    let mut findings = healthy();
    findings.interfaces.push(tunnel());
    findings.echoes.push(Echo { interface: "tun0".to_owned(), heard: false });
    assert_eq!(verdict("Discovery", &findings), Verdict::Good);
}

#[test]
fn who_is_seen_by_nobody_is_told_so() {
    let findings = Findings { is_hidden: true, echoes: Vec::new(), ..healthy() };
    assert_eq!(verdict("Discovery", &findings), Verdict::Doubtful);
}

#[test]
fn a_port_is_judged_by_those_who_tried_it() {
    let tried = |answers: &[Option<bool>], answers_here, firewalls: &[Firewall]| {
        let reach = |reaches_us: &Option<bool>| {
            let (name, reaches_us) = ("Ben".to_owned(), *reaches_us);
            Reach { name, reached: true, reaches_us }
        };
        let neighbours = answers.iter().map(reach).collect();
        let firewalls = firewalls.to_vec();
        verdict("Port", &Findings { neighbours, answers_here, firewalls, ..healthy() })
    };
    assert_eq!(tried(&[Some(true)], true, &[]), Verdict::Good);
    assert_eq!(tried(&[Some(false)], true, &[]), Verdict::Bad);
    assert_eq!(tried(&[Some(false), Some(true)], true, &[]), Verdict::Doubtful);
    assert_eq!(tried(&[None], true, &[]), Verdict::Good, "as far as one can tell from here");
    assert_eq!(tried(&[], true, &[Firewall::Ufw]), Verdict::Doubtful);
    assert_eq!(tried(&[], false, &[]), Verdict::Bad, "not even this computer reaches it");
}

#[test]
fn isolation_is_suspected_when_nobody_is_heard_or_reached() {
    let alone = Findings { neighbours: Vec::new(), ..healthy() };
    assert_eq!(verdict("Other installations", &alone), Verdict::Doubtful);
    assert_eq!(verdict("Client isolation", &alone), Verdict::Good, "a printer is heard");

    let silent = Findings { strangers: 0, ..alone };
    assert_eq!(verdict("Client isolation", &silent), Verdict::Doubtful);

    let mut deaf = healthy();
    deaf.neighbours[0].reached = false;
    assert_eq!(verdict("Client isolation", &deaf), Verdict::Bad);
}

#[test]
fn a_firewall_is_doubtful_until_someone_came_through() {
    let mut findings = Findings { firewalls: vec![Firewall::Firewalld], ..healthy() };
    assert_eq!(verdict("Firewall", &findings), Verdict::Good);
    findings.neighbours.clear();
    let line = of("Firewall", &findings);
    assert_eq!(line.verdict, Verdict::Doubtful);
    assert!(line.advice.contains(&"sudo firewall-cmd --reload".to_owned()), "{:?}", line.advice);
}

#[test]
fn a_vpn_is_doubtful_on_the_way_out_and_bad_on_the_way_next_door() {
    let mut findings = healthy();
    findings.interfaces.push(tunnel());
    assert_eq!(verdict("VPN", &findings), Verdict::Good, "it is there and takes nothing");
    findings.way_out = Some("tun0".to_owned());
    assert_eq!(verdict("VPN", &findings), Verdict::Doubtful);
    findings.swallowed = vec!["eth0".to_owned()];
    assert_eq!(verdict("VPN", &findings), Verdict::Bad);
}
