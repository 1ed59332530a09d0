/** 目标分解: whether shares add up, who was forgotten, and what contradicts the plans around. Pure. */
@NullMarked
package io.waymark.indicator.domain.decomposition;

import org.jspecify.annotations.NullMarked;
