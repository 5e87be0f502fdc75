import { spawn } from 'node:child_process'; import { createServer } from 'node:http'; import { build } from 'esbuild'; import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path';
const root='/work/wt/runtime'; const dir=fs.mkdtempSync('/tmp/bench-'); fs.symlinkSync(root+'/node_modules',dir+'/node_modules');
await build({entryPoints:['echo-soudan','floor-hono','echo-botbuilder','load'].map(n=>`${root}/test/bench/${n}.ts`),outdir:dir,bundle:true,format:'esm',platform:'node',target:'node20',packages:'external',outExtension:{'.js':'.mjs'},define:{__CRASH_POINTS__:'false'},minifySyntax:true});
/*COUNTING*/ if(process.env.COUNT){const f=dir+'/echo-soudan.mjs'; let t=fs.readFileSync(f,'utf8'); t=t.replace('sqlite.exec("BEGIN IMMEDIATE")','sqlite.exec("BEGIN IMMEDIATE"),globalThis.B=(globalThis.B||0)+1,globalThis.J=(globalThis.J||0)+jobs.length,globalThis.D=(globalThis.D||0)+(durability==="durable"?1:0)')+'\nprocess.once("exit",()=>console.error("groups",B,"jobs",J,"durable",D));'; fs.writeFileSync(f,t)}
const {closedLoad,openLoad}=await import(dir+'/load.mjs');
let replies=0; const conn=createServer((q,r)=>{q.resume();q.on('end',()=>{replies++;r.setHeader('content-type','application/json');r.end('{"id":"1"}')})}).listen(0,'127.0.0.1'); await new Promise(r=>conn.on('listening',r)); const serviceUrl='http://127.0.0.1:'+conn.address().port;
const run=Date.now();
const mk=i=>({path:'/api/messages',headers:{'content-type':'application/json'},body:JSON.stringify({type:'message',id:`m${run}-${i}`,text:'How many days of paid leave do I get after six months?',channelId:'emulator',serviceUrl,conversation:{id:'c'+(i%500)},from:{id:'u'+(i%500)},recipient:{id:'bot'}})});
const N=Number(process.argv[3]||4000);
for(const name of (process.argv[2]||'floor-hono,echo-botbuilder,echo-soudan').split(',')){
 const data=fs.mkdtempSync('/tmp/benchdata-'); const prof=process.argv[4]?['--cpu-prof','--cpu-prof-dir=/tmp/prof']:[];
 const c=spawn(process.execPath,[...prof,`${dir}/${name}.mjs`,name.startsWith('floor')?data+'/f.db':data],{stdio:['ignore','pipe','inherit']});
 const port=await new Promise(r=>c.stdout.on('data',d=>r(JSON.parse(String(d)).port)));
 const url='http://127.0.0.1:'+port; 
 await closedLoad(url,32,500,i=>mk(1e6+i)); replies=0; await new Promise(r=>setTimeout(r,300)); replies=0;
 const cpu=()=>{const f=fs.readFileSync('/proc/'+c.pid+'/stat','utf8').split(' ');return (Number(f[13])+Number(f[14]))*10}; /*CPUTIME*/ const c0=cpu(); const t=performance.now(); const l=await closedLoad(url,32,N,mk);
 if(!name.startsWith('floor')) while(replies<N){await new Promise(r=>setTimeout(r,5)); if(performance.now()-t>60000)break}
 const s=(performance.now()-t)/1000;
 console.log(name,'http/s',l.perSecond.toFixed(0),'turns/s',(N/s).toFixed(0),'p99',l.p99.toFixed(1),'cpu us/turn',((cpu()-c0)*1000/N).toFixed(0),'failed',l.failed,'replies',replies);
 c.kill('SIGINT'); await new Promise(r=>c.on('exit',r)); fs.rmSync(data,{recursive:true});
}
conn.close(); fs.rmSync(dir,{recursive:true}); process.exit(0)
