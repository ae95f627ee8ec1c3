/**
 * Folders and files of the kernel that are covered up, because they tell of the machine or of other runs, or were a way
 * out once. Naming any replaces Docker's own list, so what that has (moby, `defaultLinuxMaskedPaths`) is in here too.
 * What is not there is passed over. What programs ask about stays: processors, memory, load, the version.
 */
export const MASKED_PATHS: readonly string[] = [
  // Devices and drivers, keys, and the memory of the kernel.
  ...['/proc/acpi', '/proc/asound', '/proc/driver', '/proc/scsi', '/proc/kcore', '/proc/kmsg', '/proc/keys'],
  ...['/proc/key-users', '/proc/iomem', '/proc/ioports', '/proc/mtrr'],
  // The kernel from inside: addresses, modules, how it was built and started (its command line may hold secrets).
  ...[
    '/proc/kallsyms',
    '/proc/modules',
    '/proc/config.gz',
    '/proc/cmdline',
    '/proc/vmallocinfo',
    '/proc/slabinfo',
  ],
  ...['/proc/buddyinfo', '/proc/pagetypeinfo', '/proc/zoneinfo'],
  // What others do just now: counters fine enough to follow keystrokes and packets by (GHSA-6fw5-f8r9-fgfm).
  ...['/proc/interrupts', '/proc/softirqs', '/proc/timer_list', '/proc/timer_stats', '/proc/sched_debug'],
  ...['/proc/latency_stats', '/proc/diskstats', '/proc/partitions', '/proc/locks', '/proc/pressure'],
  // All of the machine's devices; with `devices`, thermal_throttle and powercap (GHSA-jq35-85cj-fj4p).
  ...['/sys/block', '/sys/bus', '/sys/class', '/sys/dev', '/sys/devices', '/sys/firmware', '/sys/hypervisor'],
  ...['/sys/kernel', '/sys/module', '/sys/power'],
  // Message queues, which can be made by opening a file there, and terminals, of which the machine has so many.
  ...['/dev/mqueue', '/dev/pts'],
];
