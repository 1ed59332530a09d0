@org.jspecify.annotations.NullMarked
package io.waymark.rulebooks.scoring;
