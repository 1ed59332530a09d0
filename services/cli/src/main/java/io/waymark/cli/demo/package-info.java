/**
 * A made-up but believable course of the sample plan, the same for the same seed, labelled as
 * simulated wherever it goes. It is played through the gRPC door like everyone else's reports,
 * while the demo clock moves on month by month.
 */
@NullMarked
package io.waymark.cli.demo;

import org.jspecify.annotations.NullMarked;
