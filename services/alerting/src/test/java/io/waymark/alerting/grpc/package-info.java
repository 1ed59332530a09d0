/** Tests of calls. */
@NullMarked
package io.waymark.alerting.grpc;

import org.jspecify.annotations.NullMarked;
