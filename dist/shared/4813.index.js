const s=4813,t=[4813],c={54813:((o,_,e)=>{e.r(_)})};export{s as id,t as ids,c as modules};
