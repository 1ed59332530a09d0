/** Tests of what is stored. */
@NullMarked
package io.waymark.alerting.postgres;

import org.jspecify.annotations.NullMarked;
