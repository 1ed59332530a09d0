/** What runs on this machine: reads the launcher's state, probes each part, reads its metrics. */
@NullMarked
package io.waymark.cli.status;

import org.jspecify.annotations.NullMarked;
