@NullMarked
package io.waymark.indicator.grpc;

import org.jspecify.annotations.NullMarked;
