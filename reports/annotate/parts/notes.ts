import {hasShapes, withBoxes, withoutBoxes} from "./boxes.ts";
import {type Author, hasComments, type Notes, withNotes, withoutAuthor} from "./comments.ts";
import {
  copyRelations,
  declareExtension,
  declarePart,
  drawingText,
  kindOf,
  type Parts,
  partText,
  putRelation,
  putText,
  relationsOf,
  removeRelation,
  type Relation,
} from "./package.ts";
import type {SheetPart} from "./workbook.ts";
import {measuresOf, noteDrawing, withNoteDrawing, withoutNoteDrawing} from "./worksheet.ts";

const commentsKind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const vmlKind = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/** Our parts are called as the others are, since some programs go by the name, and have numbers nobody reaches by counting. */
const first = 9000;
const numberOf = ({path, index}: SheetPart) => first + Number(/(\d+)\.xml$/.exec(path)?.[1] ?? first + index);

/** Relations of parts that are ours alone; where the sender has some already, his are pointed to a copy. */
const own = {comments: "rIdKimC", drawing: "rIdKimV"} as const;

/** The comments of a sheet and the drawing with their boxes, as far as there are any. */
const noteRelations = (parts: Parts, sheet: SheetPart): {comments?: Relation; drawing?: Relation} => {
  const relations = relationsOf(parts, sheet.path);
  const drawn = noteDrawing(partText(parts, sheet.path));
  const [comments, drawing] = [relations.find(({type}) => type === "comments"), relations.find(({id}) => id === drawn)];
  return {...(comments && {comments}), ...(drawing && {drawing})};
};
/** Takes an author's comments off a sheet; parts that are empty then go, if they are ours. */
export const removeNotes = (parts: Parts, sheet: SheetPart, author: Author): void => {
  const {comments, drawing} = noteRelations(parts, sheet);
  if (comments === undefined || !partText(parts, comments.target).includes(author)) return;
  const {xml, emptied} = withoutAuthor(partText(parts, comments.target), author);
  putText(parts, comments.target, xml);
  if (drawing !== undefined) putText(parts, drawing.target, withoutBoxes(drawingText(parts, drawing.target), emptied));
  if (comments.id === own.comments && !hasComments(xml)) removeRelation(parts, sheet.path, comments);
  if (drawing?.id !== own.drawing || hasShapes(drawingText(parts, drawing.target))) return;
  putText(parts, sheet.path, withoutNoteDrawing(partText(parts, sheet.path)));
  removeRelation(parts, sheet.path, drawing);
};

/** The sender's own parts stay as they are: the sheet is pointed to a copy that also holds ours. */
const point = (parts: Parts, sheet: SheetPart, old: Relation | undefined, relation: Relation, text: string) => {
  if (old !== undefined && old.target !== relation.target) copyRelations(parts, old.target, relation.target);
  putText(parts, relation.target, text);
  putRelation(parts, sheet.path, {...relation, id: old?.id ?? relation.id});
};

/** Puts an author's comments into a sheet, beside or below those that are there. Earlier ones of the same author must have been removed. */
export const putNotes = (parts: Parts, sheet: SheetPart, author: Author, notes: Notes): void => {
  if (notes.size === 0) return;
  const {comments, drawing} = noteRelations(parts, sheet);
  const {xml, fresh} = withNotes(comments === undefined ? null : partText(parts, comments.target), author, notes);
  const boxed = new Map(fresh.map((cell) => [cell, notes.get(cell)!]));
  const vml = withBoxes(drawing === undefined ? null : drawingText(parts, drawing.target), boxed, sheet.index + 1, measuresOf(partText(parts, sheet.path)));
  const vmlTarget = `xl/drawings/vmlDrawing${numberOf(sheet)}.vml`;
  const target = `xl/comments${numberOf(sheet)}.xml`;
  point(parts, sheet, comments, {id: own.comments, type: "comments", target}, xml);
  point(parts, sheet, drawing, {id: own.drawing, type: "vmlDrawing", target: vmlTarget}, vml);
  declarePart(parts, target, commentsKind);
  declareExtension(parts, "vml", vmlKind);
  // Some packages give every ending of this name another type.
  if (kindOf(parts, vmlTarget) !== vmlKind.toLowerCase()) declarePart(parts, vmlTarget, vmlKind);
  if (drawing === undefined) putText(parts, sheet.path, withNoteDrawing(partText(parts, sheet.path), own.drawing));
};
