@NullMarked
package io.waymark.indicator.domain;

import org.jspecify.annotations.NullMarked;
