@NullMarked
package io.waymark.cli.bulk;

import org.jspecify.annotations.NullMarked;
