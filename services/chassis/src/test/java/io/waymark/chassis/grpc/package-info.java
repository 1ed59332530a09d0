@NullMarked
package io.waymark.chassis.grpc;

import org.jspecify.annotations.NullMarked;
