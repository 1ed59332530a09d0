/** Tests of the registry's decisions. */
@NullMarked
package io.waymark.registry.domain;

import org.jspecify.annotations.NullMarked;
