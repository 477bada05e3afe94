/** Hardware security modules: PKCS#11 tokens behind the ports of keys. */
@NullMarked
package io.cardloom.connectors.hsm;

import org.jspecify.annotations.NullMarked;
