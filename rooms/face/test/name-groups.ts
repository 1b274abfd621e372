/** Whom a figure is about, by the name of a person's folder (`First_Last`, `Last_First-second`). */
export const nameGroups = {
  everybody: () => true,
  'east-asian': hasEastAsianName,
  women: hasWomansName,
} as const;

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Romanised family names that stand last … */
const lastNames = words(`
  Abe Akashi Azuma Chan Chang Chen Cheng Cheung Chien Chin Cho Choi Chung Chyung Fuji Fukui Hagiwara Hatoyama
  Hsieh Hwa Idei Ip Ishiba Ito Izawa Jiabao Jintao Joo Kamei Kun Kwon Leung Ling Liu Lu Maeda Masumoto Matsui
  Mitarai Miyazato Mok Mori Motegi Nakayama Oguchi Ohata Ohga Okudo Park Png Sato Shum Soga Sorimachi Suzuki
  Takebe Tam Tamura Tokuyama Tong Twu Urushima Watanabe Xu Yam Yamada Yamasaki Yang Yoshino
`);
/** … or first. */
const firstNames = words(`
  Chang Chen Cho Choi Chung Chyung Gao Goh Hu Hung Jiang Liu Nong Park Pham Phan Shi Szu Tang Tian Tung Wang
  Wen Xiang Yoon Zhang Zhong
`);

/**
 * Chinese, Korean, Japanese and Vietnamese names: the last part, or the part before a hyphen of the first one, is
 * one of the family names above; or it begins with Kim (and has three parts or a hyphen) or with Lee (and has a
 * hyphen); four people are added by their whole names. It is a rule about names: some people it takes in are not
 * East Asian, and it misses others.
 */
function hasEastAsianName(folder: string): boolean {
  const parts = folder.split('_');
  const [start = ''] = parts;
  const hyphen = folder.includes('-');
  return (
    (parts.length > 1 && lastNames.has(parts.at(-1) ?? '')) ||
    firstNames.has(start.split('-')[0] ?? '') ||
    (start === 'Kim' && (hyphen || parts.length > 2)) ||
    (start === 'Lee' && hyphen) ||
    ['Princess_Aiko', 'Stanley_Ho', 'David_Ho', 'Gary_Locke'].includes(folder)
  );
}

const womensNames = words(`
  Afton Aicha Aileen Alanis Alanna Alberta Alexandra Alicia Allison Ally Allyson Amanda Amber Amelia Amy Ana
  Anastasia Angela Angelica Anita Ann Anna Anne Anneli Annette Annie-Jeanne Aretha Arianna Arsinee Asmaa Astrid
  Barbara Beatrice Betsy Betty Bianca Biljana Blythe Bridget Bridgette Brooke Camille Candice Carey Cari Carin
  Carla Carmen Carolina Caroline Carolyn Catherine Cathy Cecile Cecilia Celine Chanda Chante Charla Charlotte
  Cherie Christina Christine Cindy Claire Clare Claudia Coleen Colleen Conchita Connie Corinna Corinne Cristina
  Cynthia Daisy Danielle Daryl Dawn Debra Demi Diana Diane Dianne Dita Donatella Donna Dora Doris Drew Edie
  Eglis Ekaterina Elaine Elena Elinor Elisabeth Eliza Elizabeth Emelie Emily Emmanuelle Enola Enrica Erika
  Eriko Erin Eunice Eva Eve Fatma Faye Felicity Flavia Flor Gabrielle Georgia Georgina Geraldine Gianna
  Giannina Gillian Gina Gisele Gloria Gretchen Gunilla Hana Hanan Harriet Hayley Heather Heidi Helen Hilary
  Hillary Hitomi Hoda Holly Imelda Ingrid Irina Isabela Isabella Isabelle Iveta Jacqueline Jaime Jana Jane
  Janet Janica Janice Janis Jeanette Jeanne Jelena Jen Jennifer Jessica Joan Jodie Jolanta Joy Judi Judy Julia
  Julianna Julie Juliette Juljia Justine Kajsa Kalpana Karen Kate Kathie Kathleen Kathy Katie Katrin Kay Keira
  Kelli Khatol Kimberly Kimora Kirsten Kristin Kyoko Lana Laura Laurel Lauren Laurie Lena Lesley Leticia Lidija
  Liliana Lily Linda Lindsay Lisa Liv Liza Lorraine Louisa Lydia Lynne Madge Madonna Mae Magda Magui Mahima
  Malak Manuela Margaret Maria Mariah Mariana Marianne Maribel Marie Marie-Josee Marie-Reine Marieta Marina
  Marisol Maritza Marlene Marsha Martha Martina Mary Maura Maureen Megawati Meghann Melanie Melina Melissa
  Michelle Minnie Miranda Mireille Mireya Monica Monique Mother Nadine Nancy Naomi Nastassia Nastia Natalia
  Natalie Nicole Nicoletta Nida Nikki Nina Nora Norah Olene Oracene Ornella Oxana Paddy Paige Pamela Paris
  Patricia Patsy Patti Patty Paula Paulina Pauline Penelope Penny Peri Pernilla Pinar Portia Princess Priscilla
  Queen Rachel Raghad Raquel Ratna Regina Renee Reyyan Rita Roberta Rosalie Rosalyn Roseanne Ruth Sachiko Sally
  Salma Samira Sandra Sarah Selma Sharess Sharon Shavon Sheila Sherry Sheryl Shireen Sigourney Sila Silvia
  Simona Sinead Sonya Sophie Stacey Stefanie Steffi Stella Stephanie Stockard Sue Sushma Susie Suzanne Svetlana
  Sylvia Sylvie Talisa Tammy Tanya Tara Tatiana Tatjana Taylyn Teresa Teri Theresa Tina Tippi Tomoko Torri
  Tracee Tyra Tzipora Uma Valentina Valerie Vanessa Victoria Wanda Yekaterina Yukiko Zarai Zorica
`);
/** Women whose first name is no sign, or stands last. */
const womenByName = words(`
  Jean_Brumley Jean_Carnahan Jean_Nagel Kim_Clijsters Kim_Weeks Leslie_Ann Lucy_Liu Marion_Fahnestock
  Nicola_Wells Robin_Tunney Zhang_Ziyi Karen_Mok Park_Na-kyong Hung_Wan-ting Chen_Tsai-chin Liu_Xiaoqing
  Wang_Nan Szu_Yu_Chen Aung_San_Suu_Kyi Natalie_Juniardi
`);
const menByName = words('Daryl_Parks Daryl_Sabara');

/** The first part is a woman's given name of the list, or the whole name is. */
function hasWomansName(folder: string): boolean {
  const [start = ''] = folder.split('_');
  return !menByName.has(folder) && (womensNames.has(start) || womenByName.has(folder));
}
