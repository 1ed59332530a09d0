/** Turns protobuf messages into records and back; knows neither transport nor database. */
@NullMarked
package io.waymark.registry.wire;

import org.jspecify.annotations.NullMarked;
