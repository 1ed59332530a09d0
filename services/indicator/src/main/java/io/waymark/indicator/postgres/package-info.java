/** The service's database: facts, their loading for a judgement, the verdicts. */
@NullMarked
package io.waymark.indicator.postgres;

import org.jspecify.annotations.NullMarked;
