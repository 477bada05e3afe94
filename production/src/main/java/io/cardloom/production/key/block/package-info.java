/** Key blocks of ANSI X9.143 (TR-31): a key, what it is for, and a seal over both. */
@NamedInterface("key-block")
@NullMarked
package io.cardloom.production.key.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
