"use strict";exports.id=3928,exports.ids=[3928],exports.modules={...require("./14909.shared.cjs").modules,...require("./35952.shared.cjs").modules,...require("./51547.shared.cjs").modules};
