/** Handing filled-in forms in: whom they may speak of, and sending them over gRPC. */
@NullMarked
package io.waymark.sheets.filing;

import org.jspecify.annotations.NullMarked;
