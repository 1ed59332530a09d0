package io.waymark.registry.app;

/**
 * A page of a plan's projects.
 *
 * @param after only ids above this one; empty for the first page
 */
public record ProjectQuery(String planId, ProjectFilter filter, String after, int limit) {}
