const t=4813,c=[4813],n={54813:(function(e,o,_){_.r(o)})};export{t as id,c as ids,n as modules};
