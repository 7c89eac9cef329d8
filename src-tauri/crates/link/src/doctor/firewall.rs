//! The firewalls that people have, and how each is told to let Hearth through.

use std::fs;
use std::path::Path;

/// A firewall that people have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firewall {
    /// That of Ubuntu.
    Ufw,
    /// That of Fedora.
    Firewalld,
    /// That of Windows.
    Windows,
    /// That of macOS.
    MacOs,
}

impl Firewall {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Firewall::Ufw => "ufw",
            Firewall::Firewalld => "firewalld",
            Firewall::Windows => "Windows Firewall",
            Firewall::MacOs => "macOS Firewall",
        }
    }

    /// The commands that let a program be found, and reached at its port.
    pub fn commands(self, port: u16, program: &str) -> Vec<String> {
        match self {
            Firewall::Ufw => {
                vec![format!("sudo ufw allow {port}/tcp"), "sudo ufw allow 5353/udp".to_owned()]
            }
            Firewall::Firewalld => vec![
                format!("sudo firewall-cmd --permanent --add-port={port}/tcp --add-service=mdns"),
                "sudo firewall-cmd --reload".to_owned(),
            ],
            Firewall::Windows => {
                let allow = |name: &str, what: &str| {
                    format!(
                        "netsh advfirewall firewall add rule name=\"{name}\" dir=in action=allow \
                         {what}"
                    )
                };
                vec![
                    allow("Hearth", &format!("protocol=TCP localport={port}")),
                    allow("Hearth discovery", "protocol=UDP localport=5353"),
                ]
            }
            Firewall::MacOs => {
                let tool = "/usr/libexec/ApplicationFirewall/socketfilterfw";
                let tell = |what: &str| format!("sudo {tool} --{what} \"{program}\"");
                vec![tell("add"), tell("unblockapp")]
            }
        }
    }

    /// Those that are at work on this machine, as far as one may know who is not
    /// its administrator.
    pub(super) fn at_work() -> Vec<Firewall> {
        if cfg!(windows) {
            return vec![Firewall::Windows];
        }
        if cfg!(target_os = "macos") {
            return vec![Firewall::MacOs];
        }
        let is_on = |conf: &str| conf.lines().any(|line| line.trim() == "ENABLED=yes");
        let ufw = fs::read_to_string("/etc/ufw/ufw.conf").is_ok_and(|conf| is_on(&conf));
        let firewalld = Path::new("/sys/fs/cgroup/system.slice/firewalld.service").exists();
        let found = [(ufw, Firewall::Ufw), (firewalld, Firewall::Firewalld)];
        found.into_iter().filter_map(|(is_on, firewall)| is_on.then_some(firewall)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_firewall_is_told_of_the_port_and_of_discovery() {
        let of = |firewall: Firewall| firewall.commands(7466, "/usr/bin/hearthd").join("; ");
        for firewall in [Firewall::Ufw, Firewall::Firewalld, Firewall::Windows] {
            assert!(of(firewall).contains("7466"), "{}", of(firewall));
            assert!(of(firewall).contains("5353") || of(firewall).contains("mdns"));
        }
        assert!(of(Firewall::MacOs).contains("\"/usr/bin/hearthd\""), "it lets programs through");
    }
}
