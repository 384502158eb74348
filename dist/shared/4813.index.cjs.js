"use strict";exports.id=4813,exports.ids=[4813],exports.modules={54813:(function(u,_,e){e.r(_)})};
