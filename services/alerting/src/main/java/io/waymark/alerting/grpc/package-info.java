/** Answers gRPC calls about alerts and mails. */
@NullMarked
package io.waymark.alerting.grpc;

import org.jspecify.annotations.NullMarked;
