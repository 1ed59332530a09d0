/** Many reports or figures from one file, and the file of those that were refused. */
@NullMarked
package io.waymark.cli.bulk;

import org.jspecify.annotations.NullMarked;
