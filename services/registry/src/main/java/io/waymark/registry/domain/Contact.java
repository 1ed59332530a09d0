package io.waymark.registry.domain;

/**
 * A person to turn to; what is not stated is empty.
 *
 * @param role what for, for example "填报联系人"
 */
public record Contact(String name, String role, String email, String phone) {}
