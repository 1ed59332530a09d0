/** Tests of channels other than mail. */
@NullMarked
package io.waymark.alerting.channels;

import org.jspecify.annotations.NullMarked;
