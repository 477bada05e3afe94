/** Tests of uploads: real files, hostile files, and what is kept of them. */
@NullMarked
package io.cardloom.designer.asset;

import org.jspecify.annotations.NullMarked;
