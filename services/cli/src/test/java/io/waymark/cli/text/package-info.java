@NullMarked
package io.waymark.cli.text;

import org.jspecify.annotations.NullMarked;
