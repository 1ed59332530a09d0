/** Templates to download and filled-in files to upload, for people at the board. */
@NullMarked
package io.waymark.gateway.sheet;

import org.jspecify.annotations.NullMarked;
