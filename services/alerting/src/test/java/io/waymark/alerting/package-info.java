/** Tests of the whole service. */
@NullMarked
package io.waymark.alerting;

import org.jspecify.annotations.NullMarked;
