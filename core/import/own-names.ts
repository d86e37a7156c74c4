/** A piece of an enumeration or a cell, or a name by itself. */
export interface Element {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isKnown: boolean;
  readonly isMade?: true;
}

/** Words that make an element ordinary speech; also units of documents, groups of people and list ends. */
export const ORDINARY: ReadonlySet<string> = new Set(
  (
    'gateways gateway firewalls proxies used using worked helped only daily basic mostly often never knowledge guidance cloud clouds hybrid alltag mein meine meinem heimserver privat beruflich quotas users etc and the a an of to in on for with by our my your their its all other others more some any new old various custom own based from as at is are was were be been ' +
    'not no yes only also just etc.. team teams users user developers developer engineers engineer company companies client clients project projects work working experience level ' +
    'tools tool server servers service services system systems data application applications app apps software hardware management manager development developer production staging ' +
    'test tests testing bench benchmark brainstorming misc various general global knowledge documentation reporting meeting meetings support design internal external primary secondary ' +
    'le la les un une des du de et ou en au aux pour par avec sur dans divers diverses autre autres outil outils serveur serveurs service équipe équipes projet projets gestion ' +
    'deployments deployment plugin plugins optimisation optimization routing routers cpu cpus ram disk disks vm vms db dbs api apis dc dcs lan wan ssd hdd across between multiple several ' +
    'switch cd phd saas infosec get post put delete paas today present français anglais english french german deutsch allemand espagnol spanish native ' +
    'january february march april may june july august september october november december janvier février mars avril mai juin juillet août septembre octobre novembre décembre ' +
    'monday tuesday wednesday thursday friday saturday sunday france germany paris berlin london europe asia internet web mobile desktop home office school university'
  ).split(' '),
);
