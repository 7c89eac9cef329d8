//! What is to be thought of what was seen.

use std::net::IpAddr;

use super::{Findings, Firewall, Interface, Reach};

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Perhaps a hindrance.
    Doubtful,
    /// It keeps people from finding or reaching each other.
    Bad,
}

/// What is to be thought of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// What was looked at.
    pub topic: &'static str,
    /// How it is.
    pub verdict: Verdict,
    /// What was found, by a name that stays the same.
    pub code: &'static str,
    /// What the sentence names, in this order.
    pub facts: Vec<String>,
    /// A sentence for people.
    pub text: String,
    /// What to do, each a sentence or a command.
    pub advice: Vec<String>,
}

/// Judges what was seen.
pub fn diagnose(findings: &Findings) -> Vec<Diagnosis> {
    let mut lines = vec![addresses(findings)];
    if !findings.interfaces.is_empty() {
        lines.push(if findings.is_hidden { hidden() } else { multicast(findings) });
    }
    lines.push(port(findings));
    if !findings.interfaces.is_empty() && !findings.is_hidden {
        lines.extend([neighbours(findings), isolation(findings)]);
    }
    lines.extend([firewall(findings), vpn(findings)]);
    lines
}

fn line(
    topic: &'static str,
    code: &'static str,
    verdict: Verdict,
    text: impl Into<String>,
    advice: &[&str],
) -> Diagnosis {
    let advice = advice.iter().map(|&line| line.to_owned()).collect();
    Diagnosis { topic, verdict, code, facts: Vec::new(), text: text.into(), advice }
}

impl Diagnosis {
    fn naming<const N: usize>(self, facts: [&str; N]) -> Diagnosis {
        Diagnosis { facts: facts.map(str::to_owned).into(), ..self }
    }
}

fn addresses(findings: &Findings) -> Diagnosis {
    let topic = "Addresses";
    let shown = |interface: &Interface| {
        let addresses = interface.addresses.iter().map(IpAddr::to_string).collect::<Vec<_>>();
        format!("{} ({})", addresses.join(", "), interface.name)
    };
    let all = findings.interfaces.iter().map(shown).collect::<Vec<_>>().join("; ");
    if all.is_empty() {
        let advice = &["Plug in a network cable or join a wireless network."];
        let text = "This computer is on no network.";
        return line(topic, "no_network", Verdict::Bad, text, advice);
    }
    let addresses = || findings.interfaces.iter().flat_map(|interface| &interface.addresses);
    if addresses().all(is_self_made) {
        let text = format!("This computer made its addresses itself: {all}.");
        let advice = &[
            "Computers on the same cable or switch may find each other all the same.",
            "If there is a router, see whether it is on and hands out addresses (DHCP).",
        ];
        return line(topic, "self_made_addresses", Verdict::Doubtful, text, advice).naming([&all]);
    }
    let text = format!("This computer is on the network as {all}.");
    line(topic, "on_network", Verdict::Good, text, &[]).naming([&all])
}

fn is_self_made(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_link_local(),
        IpAddr::V6(address) => address.is_unicast_link_local(),
    }
}

const DISCOVERY: &str = "Discovery";

fn hidden() -> Diagnosis {
    let text = "Hearth was told to be seen by nobody, so it neither shows itself nor looks around.";
    line(
        DISCOVERY,
        "hidden",
        Verdict::Doubtful,
        text,
        &["In Settings, choose who on the network may see it."],
    )
}

fn multicast(findings: &Findings) -> Diagnosis {
    let on_network = |name: &str| {
        findings.interfaces.iter().any(|interface| interface.name == name && !interface.is_tunnel)
    };
    let heard =
        |name: &str| findings.echoes.iter().any(|echo| echo.interface == name && echo.heard);
    let mut names: Vec<_> = findings
        .interfaces
        .iter()
        .map(|interface| interface.name.as_str())
        .filter(|name| on_network(name))
        .collect();
    names.dedup();
    let (fine, silent): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| heard(name));
    if silent.is_empty() {
        let text = "What Hearth says to everyone on the network (multicast) goes out and is heard.";
        return line(DISCOVERY, "multicast_works", Verdict::Good, text, &[]);
    }
    let verdict = if fine.is_empty() { Verdict::Bad } else { Verdict::Doubtful };
    let text = format!(
        "What Hearth says to everyone on the network (multicast) is held back at {}, so others \
         cannot be found there.",
        silent.join(", ")
    );
    let advice = ["Let UDP port 5353 in and out, to and from 224.0.0.251 and ff02::fb."];
    let line = line(DISCOVERY, "multicast_held_back", verdict, text, &advice);
    with_commands(findings, line.naming([&silent.join(", ")]))
}

fn port(findings: &Findings) -> Diagnosis {
    let Findings { port, neighbours, .. } = findings;
    let topic = "Port";
    let who = |reaches: bool| {
        let all = neighbours.iter().filter(move |reach| reach.reaches_us == Some(reaches));
        all.map(|reach| reach.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (others, deprived) = (who(true), who(false));
    if !findings.answers_here && others.is_empty() {
        let text = format!("Nothing answers at port {port} of this computer's own addresses.");
        let advice = &["Start Hearth, or see whether it listens at another address."];
        let line = line(topic, "port_silent", Verdict::Bad, text, advice);
        return with_commands(findings, line.naming([&port.to_string()]));
    }
    if !deprived.is_empty() {
        let verdict = if others.is_empty() { Verdict::Bad } else { Verdict::Doubtful };
        let text = format!("Port {port} of this computer cannot be reached from {deprived}.");
        let advice = format!("Let TCP port {port} in.");
        let line = line(topic, "port_blocked", verdict, text, &[&advice]);
        return with_commands(findings, line.naming([&port.to_string(), &deprived]));
    }
    if !others.is_empty() {
        let text = format!("Port {port} of this computer is reached from {others}.");
        let line = line(topic, "port_reached", Verdict::Good, text, &[]);
        return line.naming([&port.to_string(), &others]);
    }
    let text = format!(
        "Port {port} answers at this computer's own addresses. Whether others get there was not tried."
    );
    let verdict = if findings.firewalls.is_empty() { Verdict::Good } else { Verdict::Doubtful };
    line(topic, "port_untried", verdict, text, &[]).naming([&port.to_string()])
}

fn neighbours(findings: &Findings) -> Diagnosis {
    let topic = "Other installations";
    let names: Vec<_> = findings.neighbours.iter().map(|reach| reach.name.as_str()).collect();
    if names.is_empty() {
        let advice = &[
            "Start Hearth on another computer of this network, and look here again.",
            "A guest network, or one of another name, is often another network.",
        ];
        let text = "No other Hearth is heard on this network.";
        return line(topic, "no_neighbours", Verdict::Doubtful, text, advice);
    }
    let names = names.join(", ");
    let text = format!("Hearth is heard from {names}.");
    line(topic, "neighbours_heard", Verdict::Good, text, &[]).naming([&names])
}

fn isolation(findings: &Findings) -> Diagnosis {
    let topic = "Client isolation";
    let advice = [
        "In the settings of the router or access point, turn off what is called client isolation, \
         AP isolation or wireless isolation.",
        "Networks for guests keep their devices apart on purpose: join another one.",
    ];
    let all = &findings.neighbours;
    if all.iter().any(|reach| reach.reached) {
        let text = "Devices of this network reach each other.";
        return line(topic, "devices_reached", Verdict::Good, text, &[]);
    }
    if !all.is_empty() {
        let names = all.iter().map(|Reach { name, .. }| name.as_str()).collect::<Vec<_>>();
        let names = names.join(", ");
        let text = format!(
            "{names} can be heard and not reached. The network keeps its devices apart, or a \
             firewall there holds back what comes."
        );
        return line(topic, "devices_kept_apart", Verdict::Bad, text, &advice).naming([&names]);
    }
    if findings.strangers > 0 {
        let text = "Other devices of this network are heard, so it does not keep them apart.";
        return line(topic, "devices_heard", Verdict::Good, text, &[]);
    }
    let text = "No other device of this network is heard. It may keep its devices apart.";
    line(topic, "no_devices_heard", Verdict::Doubtful, text, &advice)
}

fn firewall(findings: &Findings) -> Diagnosis {
    let topic = "Firewall";
    let names = findings.firewalls.iter().map(|it| it.name()).collect::<Vec<_>>().join(" and ");
    if names.is_empty() {
        let text = "No firewall that Hearth knows is at work here.";
        return line(topic, "no_firewall", Verdict::Good, text, &[]);
    }
    if findings.neighbours.iter().any(|reach| reach.reaches_us == Some(true)) {
        let text = format!("Hearth is let through by {names}.");
        return line(topic, "firewall_lets_through", Verdict::Good, text, &[]).naming([&names]);
    }
    let text = format!("At work here is {names}, which may hold back what comes from others.");
    let advice = &["These let Hearth through:"];
    let line = line(topic, "firewall_at_work", Verdict::Doubtful, text, advice);
    with_commands(findings, line.naming([&names]))
}

fn vpn(findings: &Findings) -> Diagnosis {
    let topic = "VPN";
    let advice = [
        "In the settings of the VPN, allow the local network (LAN access, split tunnelling).",
        "Or leave the VPN for as long as you meet.",
    ];
    if !findings.swallowed.is_empty() {
        let swallowed = findings.swallowed.join(", ");
        let text = format!(
            "The way into the network of {swallowed} leads through another one, most likely a VPN."
        );
        return line(topic, "vpn_in_between", Verdict::Bad, text, &advice).naming([&swallowed]);
    }
    let is_tunnel = |name: &&String| {
        findings.interfaces.iter().any(|interface| interface.name == **name && interface.is_tunnel)
    };
    if let Some(tunnel) = findings.way_out.as_ref().filter(is_tunnel) {
        let text = format!(
            "All that leaves this network goes through {tunnel}, a VPN. Some of them hold back \
             the local network too."
        );
        return line(topic, "vpn_around", Verdict::Doubtful, text, &advice).naming([tunnel]);
    }
    let text = "No VPN stands between this computer and its network.";
    line(topic, "no_vpn", Verdict::Good, text, &[])
}

fn with_commands(findings: &Findings, mut line: Diagnosis) -> Diagnosis {
    let commands = |firewall: &Firewall| firewall.commands(findings.port, &findings.program);
    line.advice.extend(findings.firewalls.iter().flat_map(commands));
    line
}

#[cfg(test)]
mod tests;
