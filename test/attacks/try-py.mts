import { readFolder } from '../../src/intake/files/folder.ts';
import { handIn } from './harness/hand-in.ts';
import { openRoad } from './harness/road.ts';
const road = await openRoad();
try {
  for (const arg of process.argv.slice(2)) {
    const [slug='', dir=''] = arg.split('=');
    const project = road.course.projects.get(slug)!;
    const t = Date.now();
    const out = await road.take(project, dir.includes('solutions') ? await readFolder(dir) : await handIn({ dir }), 1);
    console.log('##', dir, Date.now() - t, 'ms', out.marking.decision);
    for (const s of out.marking.stages) { console.log(s.status, s.reason); for (const c of s.criteria) for (const e of c.evidence) console.log(' ', e.status, e.id, '|', e.message?.slice(0, 300), e.file, e.line); }
    console.log(out.log.join('\n').slice(0, 3000));
  }
} finally { await road.close(); }
