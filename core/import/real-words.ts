/**
 * Words that stand one letter from a product's name and are none of it. Found by running the typo finder over some
 * thousands of manuals and readmes; to be extended whenever a product's name comes near another word.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  (
    'systeme systemes systemen scanner scanners scanned spammer planner planners banner banners manner prologs hobbits monitor monitored gateways adapter altitude arabian assembler asterism attitude authentic automate automated automatic checkmark closure compare ' +
    'compares comparer compile comserver concours cassandre container contained contains containerd conteneur conteneurs contenus contest ' +
    'clusters clustered chronicle consoles dashboard dashboards deployed deployer duplicate duplicates dynamics elastic elastics ' +
    'elastica flanger fragrant graphite graphene haswell horizon horizons influent confluent instance instances internet ' +
    'intranet ipconfig jupiter kafkaesque latency linkers listers literate magenta mailmap marathons metabolic mission missions ' +
    'mosquito monitors monitored network networks networked newdata observer observers obstack openfile packager packages packaged ' +
    'pedantic persona personal pipeline pipelines postmen programme programmes programmer promptly quantal ranches ranched ' +
    'reddish regexec reliable reseaux routage routeur routeurs runbook scaffold scripted security section sections ' +
    'sendemail sentient sentinels server servers serveur serveurs service services serving session sessions sourcefile squashes ' +
    'stagger staggers storage storages subsets supernet swaggers switcher symmetric system systems telegram telephone terraformer ' +
    'traffic triplet underway unicorn unicorns unsharp vagrants version versions virtual virtuel virtuelle virtuels'
  ).split(' '),
);
