@NullMarked
package io.waymark.outbox;

import org.jspecify.annotations.NullMarked;
