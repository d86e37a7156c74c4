import type { FactSkill } from './facts.ts';
import type { SkillClass } from './types.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What runs and serves others: it can be killed, and something is then missing. */
const SERVICES = words(`
  postgresql mysql mariadb redis valkey keydb memcached mongodb cassandra scylladb couchdb couchbase elasticsearch opensearch solr clickhouse influxdb
  timescaledb sql-server oracle-database cockroachdb neo4j hbase etcd consul zookeeper vault kafka rabbitmq activemq nats pulsar redpanda
  haproxy nginx envoy traefik keepalived varnish apache-httpd lighttpd caddy squid pgbouncer proxysql patroni ingress-nginx gloo skipper istio
  prometheus thanos mimir cortex victoriametrics loki tempo jaeger grafana alertmanager logstash fluentd fluent-bit vector kibana graylog splunk
  zabbix centreon nagios icinga datadog victorialogs elk sentry
  ceph ceph-rbd ceph-rgw cephfs glusterfs minio nfs zfs samba drbd longhorn seaweedfs truenas swift
  bind powerdns coredns unbound dnsmasq openldap freeipa keycloak active-directory postfix dovecot exim zimbra sendmail
  gitlab gitlab-ci jenkins teamcity argocd flux nexus artifactory harbor atlantis foreman maas netbox awx rundeck puppet
  proxmox-backup-server pfsense opnsense cilium calico kube-router metallb cert-manager external-dns keda karpenter cluster-autoscaler
  kubernetes openstack proxmox vsphere eks gke aks nomad docker-swarm nova neutron cinder glance keystone octavia ironic
  vllm ollama couchbase openvpn wireguard redmine glpi wazo rocket-chat mattermost nextcloud vsftpd bird frr
`);
/** Of the services those that other systems run on. */
const PLATFORMS = words(`
  kubernetes openstack proxmox vsphere eks gke aks nomad docker-swarm talos openshift rancher xen xenserver hyper-v nutanix kvm lxc lxd esxi heroku aws azure
  gcp ovhcloud hetzner scaleway digitalocean docker linux debian ubuntu rhel centos freebsd openbsd windows-server
`);
const TOOLS = words(`
  terraform opentofu terragrunt ansible puppet chef salt packer helm kustomize git github-actions jenkins teamcity gitlab-ci argocd flux atlantis make
  docker podman buildkit pgbackrest barman wal-g restic borg bacula veeam rsync lsyncd clonezilla cephadm k6 sops fail2ban nessus trivy nftables iptables pf
  keda karpenter cluster-autoscaler cert-manager external-dns dynatrace newrelic grafana-alloy kubeadm kops talos maas foreman centreon zabbix prometheus
  grafana splunk github bitbucket tekton spinnaker pulumi crossplane cloudformation
`);
const STANDARDS = words(`
  bgp ospf evpn vxlan lacp vrrp vlan tcp-ip dns dhcp tls ipsec gre snmp redfish ipmi pxe ldap sso oidc saml nvme-of iscsi ebpf ipv6 mpls xdp
`);

/** The classes a skill belongs to; Kubernetes is a service and a platform, Jenkins a service and a tool. */
export function classesOf(skill: FactSkill): ReadonlySet<SkillClass> {
  const { id, kind, category } = skill;
  const classes = new Set<SkillClass>();
  if (kind === 'practice') return classes.add('practice');
  if (category === 'languages') classes.add('language');
  if (SERVICES.has(id)) classes.add('service');
  if (PLATFORMS.has(id)) classes.add('platform');
  if (TOOLS.has(id) || category === 'iac' || category === 'ci-cd') classes.add('tool');
  if (STANDARDS.has(id)) classes.add('standard');
  return classes.size === 0 ? classes.add('technique') : classes;
}
