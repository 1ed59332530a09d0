// An address that leads nowhere.
import {ApiError} from '../api.js';
import {fill} from '../dom.js';
import {failed} from '../states.js';

export function show(main) {
  fill(main, failed(new ApiError(404)));
}
