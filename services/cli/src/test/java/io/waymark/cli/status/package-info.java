@NullMarked
package io.waymark.cli.status;

import org.jspecify.annotations.NullMarked;
