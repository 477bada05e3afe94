/** What one process of the installation is for, and which of them may hold keys. */
@NamedInterface("role")
@NullMarked
package io.cardloom.production.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
